package dev.footnote.evaluation;

import dev.footnote.english.WordClass;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Judges what was said and cited to a question of the asked format.
 *
 * @param cited whether one of the citations is a right one
 * @param useful whether what was said is right, and cited right
 * @param absurd whether it is answered beside the question, or with the wrong yes or no
 */
public record AskedJudgement(boolean cited, boolean useful, boolean absurd) {

    private static final int SHORTEST_CITATION = 8;
    private static final int LONGEST_CITATION = 400;
    private static final int MOST_CITATIONS = 5;
    private static final int MOST_CITATIONS_OF_LIST = 8;
    private static final int MOST_WORDS = 60;
    private static final int MOST_WORDS_OF_SENTENCES = 150;
    /** Those who cut sentences elsewhere share at least this part of the longer one. */
    private static final double SHARED = 0.6;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{P}");
    static final Pattern ARTICLE = Pattern.compile("\\b" + WordClass.anyOf(WordClass.ARTICLE.words()) + "\\b");

    /** Judges an answer, which a refusal is not. */
    public static AskedJudgement of(AskedItem item, String said, List<String> citations) {
        if (!item.isAnswerable()) {
            return new AskedJudgement(false, false, true);
        }
        boolean cited = isCitedRight(item, citations);
        String plain = plain(said);
        boolean hasMust = item.must().stream()
                .allMatch(ways -> ways.stream().anyMatch(way -> (" " + plain).contains(" " + plain(way))));
        String first = plain.isEmpty() ? "" : plain.split(" ", 2)[0];
        if (item.kind().equals("yesno") && (first.equals("yes") || first.equals("no"))) {
            boolean right =
                    cited && !item.answers().isEmpty() && item.answers().get(0).equals(first);
            return new AskedJudgement(cited, right, !right);
        }
        int length = SPACE.split(said.strip()).length;
        boolean right;
        if (item.asksForWords()) {
            right = hasMust && length <= MOST_WORDS && hasAnswer(item, plain);
        } else {
            right = hasMust && length <= MOST_WORDS_OF_SENTENCES;
        }
        return new AskedJudgement(cited, cited && right, !cited);
    }

    /** Whether words alone are an accepted answer, wherever they come from. */
    public static boolean areRightWords(AskedItem item, String words) {
        String plain = plain(words);
        return hasAnswer(item, plain)
                && item.must().stream()
                        .allMatch(ways -> ways.stream().anyMatch(way -> (" " + plain).contains(" " + plain(way))));
    }

    private static boolean hasAnswer(AskedItem item, String plain) {
        if (item.kind().equals("two-part") || item.kind().equals("multi")) {
            return !item.answers().isEmpty()
                    && item.answers().stream().allMatch(answer -> plain.contains(plain(answer)));
        }
        return item.answers().stream()
                .map(AskedJudgement::plain)
                .anyMatch(answer ->
                        !answer.isEmpty() && (plain.contains(answer) || plain.length() > 3 && answer.contains(plain)));
    }

    /** Whether one of the citations, of which only the first few count, is a right one. */
    public static boolean isCitedRight(AskedItem item, List<String> citations) {
        return citations.stream()
                .limit(item.kind().equals("list") ? MOST_CITATIONS_OF_LIST : MOST_CITATIONS)
                .map(AskedJudgement::folded)
                .filter(cited -> cited.length() >= SHORTEST_CITATION)
                .anyMatch(cited -> item.evidence().stream()
                        .map(AskedJudgement::folded)
                        .anyMatch(evidence -> meets(cited, evidence)));
    }

    private static boolean meets(String cited, String evidence) {
        if (evidence.contains(cited)) {
            return true;
        }
        if (cited.contains(evidence) && cited.length() <= Math.max(LONGEST_CITATION, 3 * evidence.length())) {
            return true;
        }
        return longestShared(cited, evidence) >= SHARED * Math.max(cited.length(), evidence.length());
    }

    /** The length of the longest run of letters that both have. */
    private static int longestShared(String one, String other) {
        int longest = 0;
        int[] before = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int[] now = new int[other.length() + 1];
            for (int k = 0; k < other.length(); k++) {
                if (one.charAt(i) == other.charAt(k)) {
                    now[k + 1] = before[k] + 1;
                    longest = Math.max(longest, now[k + 1]);
                }
            }
            before = now;
        }
        return longest;
    }

    private static String folded(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }

    private static String plain(String text) {
        String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return folded(ARTICLE.matcher(bare).replaceAll(" "));
    }
}
