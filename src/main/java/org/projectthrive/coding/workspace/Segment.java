package org.projectthrive.coding.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of text that carries the same codings from its first to its last letter. A
 * text falls into segments at the places where codings begin and end, found in one sweep
 * over them.
 *
 * @param text the stretch
 * @param codings those that cover it, in the order in which they begin
 */
record Segment(String text, List<CodingRow> codings) {

	private static final String[] LINES = { "a", "b", "c" };

	static List<Segment> of(String text, List<CodingRow> codings) {
		return new Sweep(text).over(edges(codings, text.codePointCount(0, text.length())));
	}

	public boolean isCoded() {
		return !this.codings.isEmpty();
	}

	/** Style classes for the hues of up to three themes: the innermost first. */
	public String hues() {
		List<CodingRow> innermostFirst = new ArrayList<>(this.codings);
		Collections.reverse(innermostFirst);
		List<Integer> colours = innermostFirst.stream().map(CodingRow::colour).distinct().limit(LINES.length).toList();
		StringBuilder classes = new StringBuilder("seg");
		for (int i = 0; i < colours.size(); i++) {
			classes.append(' ').append(LINES[i]).append('-').append(colours.get(i));
		}
		return classes.toString();
	}

	/** The ids of the codings, parted by spaces. */
	public String ids() {
		return this.codings.stream().map((coding) -> coding.id().toString()).collect(Collectors.joining(" "));
	}

	public String themes() {
		return this.codings.stream().map(CodingRow::theme).distinct().collect(Collectors.joining(", "));
	}

	private static List<Edge> edges(List<CodingRow> codings, int length) {
		List<Edge> edges = new ArrayList<>();
		for (CodingRow coding : codings) {
			edges.add(new Edge(Math.min(coding.startAt(), length), true, coding));
			edges.add(new Edge(Math.min(coding.endAt(), length), false, coding));
		}
		edges.sort(Comparator.comparingInt(Edge::at));
		return edges;
	}

	private record Edge(int at, boolean opens, CodingRow coding) {
	}

	/** Walks along a text once and cuts it at the edges. */
	private static final class Sweep {

		private final String text;

		private final List<Segment> segments = new ArrayList<>();

		private final Set<CodingRow> open = new LinkedHashSet<>();

		private int codePoints;

		private int index;

		Sweep(String text) {
			this.text = text;
		}

		List<Segment> over(List<Edge> edges) {
			for (Edge edge : edges) {
				if (edge.at() > this.codePoints) {
					cut(this.text.offsetByCodePoints(this.index, edge.at() - this.codePoints));
					this.codePoints = edge.at();
				}
				if (edge.opens()) {
					this.open.add(edge.coding());
				}
				else {
					this.open.remove(edge.coding());
				}
			}
			if (this.index < this.text.length()) {
				cut(this.text.length());
			}
			return this.segments;
		}

		/**
		 * A carriage return becomes a space, since a browser would swallow it and count
		 * one letter less.
		 */
		private void cut(int next) {
			String words = this.text.substring(this.index, next).replace('\r', ' ');
			this.segments.add(new Segment(words, List.copyOf(this.open)));
			this.index = next;
		}

	}

}
