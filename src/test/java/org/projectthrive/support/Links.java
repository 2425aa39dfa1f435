package org.projectthrive.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Walks the links of the application's pages; of pages that differ only in ids it visits
 * the first.
 */
public final class Links {

	private final int most;

	private final int eachKind;

	private final Map<String, Integer> seen = new HashMap<>();

	private final Deque<String> waiting = new ArrayDeque<>();

	public Links(int most, int eachKind) {
		this.most = most;
		this.eachKind = eachKind;
	}

	/**
	 * Visits pages from the given one on.
	 * @param visit opens a page and returns its HTML, or nothing when it is no page
	 */
	public void walk(String start, Function<String, String> visit) {
		add(start);
		for (int visited = 0; visited < this.most && !this.waiting.isEmpty(); visited++) {
			String page = this.waiting.remove();
			links(page, visit.apply(page)).forEach(this::add);
		}
	}

	/** The addresses of the application that a page links to. */
	private static List<String> links(String page, String html) {
		return Jsoup.parse(html, "http://thrive" + page)
			.select("a[href]:not([download])")
			.stream()
			.map((Element link) -> link.absUrl("href"))
			.filter((address) -> address.startsWith("http://thrive/"))
			.map((address) -> address.substring("http://thrive".length()).replaceAll("#.*", ""))
			.distinct()
			.toList();
	}

	/** A page without what tells it from others like it. */
	public static String kind(String page) {
		return page.replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/#").replaceAll("/\\d+", "/#").replaceAll("=[^&]*", "");
	}

	private void add(String page) {
		if (this.seen.merge(kind(page), 1, Integer::sum) <= this.eachKind) {
			this.waiting.add(page);
		}
	}

}
