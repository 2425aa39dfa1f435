package org.projectthrive.coding.moving;

import java.util.Arrays;
import java.util.List;

import org.projectthrive.coding.moving.Words.Word;

/**
 * Which word of a corrected text is which word of the text before: as many as possible,
 * in their order, and rather in one piece than scattered.
 */
final class Alignment {

	/** A word that is not there any more. */
	static final int GONE = -1;

	/** What a word counts, and how much more it does right after its neighbour. */
	private static final int SAME = 3;

	private static final int IN_A_ROW = 1;

	/** More than this would take too long: what lies between is a new text then. */
	private static final long LARGEST = 4_000_000;

	private static final byte DIAGONAL = 1;

	private static final byte UP = 2;

	private static final byte LEFT = 3;

	private Alignment() {
	}

	/** For each word before its index after, or {@link #GONE}. */
	static int[] of(List<Word> before, List<Word> after) {
		int[] images = new int[before.size()];
		Arrays.fill(images, GONE);
		int shorter = Math.min(before.size(), after.size());
		int head = 0;
		while (head < shorter && same(before, head, after, head)) {
			images[head] = head;
			head++;
		}
		int tail = 0;
		while (tail < shorter - head && same(before, before.size() - 1 - tail, after, after.size() - 1 - tail)) {
			tail++;
			images[before.size() - tail] = after.size() - tail;
		}
		List<Word> old = before.subList(head, before.size() - tail);
		List<Word> fresh = after.subList(head, after.size() - tail);
		if ((long) (old.size() + 1) * (fresh.size() + 1) <= LARGEST) {
			middle(old, fresh, head, images);
		}
		return images;
	}

	/** The same, where words that are gone stand beside new ones that are like them. */
	static int[] withLike(int[] images, List<Word> before, List<Word> after) {
		int[] pairs = images.clone();
		int next = 0;
		for (int i = 0; i < pairs.length; i++) {
			int end = Arrays.stream(images, i, images.length)
				.filter((image) -> image != GONE)
				.findFirst()
				.orElse(after.size());
			for (int j = next; pairs[i] == GONE && j < end; j++) {
				pairs[i] = before.get(i).isLike(after.get(j)) ? j : GONE;
			}
			next = (pairs[i] != GONE) ? pairs[i] + 1 : next;
		}
		return pairs;
	}

	private static void middle(List<Word> old, List<Word> fresh, int head, int[] images) {
		int width = fresh.size() + 1;
		byte[] ways = new byte[(old.size() + 1) * width];
		fill(old, fresh, ways);
		int i = old.size();
		int j = fresh.size();
		while (i > 0 && j > 0) {
			byte way = ways[i * width + j];
			if (way == DIAGONAL) {
				i--;
				j--;
				images[head + i] = head + j;
			}
			else if (way == UP) {
				i--;
			}
			else {
				j--;
			}
		}
	}

	/** Scores of the row above, of this row, and of those that end with the same word. */
	private static void fill(List<Word> old, List<Word> fresh, byte[] ways) {
		int width = fresh.size() + 1;
		int[] above = new int[width];
		int[] aboveSame = new int[width];
		for (int i = 1; i <= old.size(); i++) {
			int[] row = new int[width];
			int[] rowSame = new int[width];
			for (int j = 1; j < width; j++) {
				int kept = above[j];
				byte way = UP;
				if (row[j - 1] > kept) {
					kept = row[j - 1];
					way = LEFT;
				}
				if (same(old, i - 1, fresh, j - 1)) {
					rowSame[j] = SAME
							+ Math.max(above[j - 1], (aboveSame[j - 1] > 0) ? aboveSame[j - 1] + IN_A_ROW : 0);
					if (rowSame[j] >= kept) {
						kept = rowSame[j];
						way = DIAGONAL;
					}
				}
				row[j] = kept;
				ways[i * width + j] = way;
			}
			above = row;
			aboveSame = rowSame;
		}
	}

	private static boolean same(List<Word> before, int i, List<Word> after, int j) {
		return before.get(i).text().equals(after.get(j).text());
	}

}
