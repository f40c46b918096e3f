package dev.footnote.evaluation;

import dev.footnote.answer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was said with what is right. Exact match and F1 are SQuAD's (Rajpurkar, Zhang, Lopyrev, Liang, "SQuAD:
 * 100,000+ Questions for Machine Comprehension of Text", EMNLP 2016): lower case, no punctuation, no articles.
 */
final class Judgement {

    /** More words than this are no answer, whatever is among them. */
    private static final int LONGEST = 45;

    /** The most words of an answer in whole sentences. */
    private static final int LONGEST_IN_SENTENCES = 150;

    private Judgement() {}

    static double exactMatch(String said, List<String> right) {
        return best(said, right, (a, b) -> plain(a).equals(plain(b)) ? 1.0 : 0.0);
    }

    static double f1(String said, List<String> right) {
        return best(said, right, Judgement::f1);
    }

    /** Whether what was said contains a right answer, or lies in one and is longer than three characters. */
    static boolean isRight(String said, @Nullable Form form, List<String> right) {
        return isShort(said, form) && right.stream().anyMatch(answer -> meets(plain(said), plain(answer)));
    }

    /** Whether what was said contains every right answer. */
    static boolean hasAll(String said, @Nullable Form form, List<String> right) {
        return isShort(said, form) && right.stream().allMatch(answer -> meets(plain(said), plain(answer)));
    }

    /** Whether it begins with one of the right words. */
    static boolean beginsWith(String said, List<String> right) {
        return right.stream().anyMatch(word -> (plain(said) + " ").startsWith(plain(word) + " "));
    }

    /** Whether a citation contains a sentence of the evidence or lies in one. */
    static boolean meetsEvidence(String cited, List<String> evidence) {
        return evidence.stream().anyMatch(sentence -> cited.contains(sentence.strip()) || sentence.contains(cited));
    }

    private static boolean meets(String said, String answer) {
        return !answer.isEmpty() && (said.contains(answer) || said.length() > 3 && answer.contains(said));
    }

    private static boolean isShort(String said, @Nullable Form form) {
        int longest = form == Form.SENTENCES || form == Form.VERDICT ? LONGEST_IN_SENTENCES : LONGEST;
        return said.strip().split("\\s+").length <= longest;
    }

    private static double best(String said, List<String> right, BiFunction<String, String, Double> measure) {
        return right.stream()
                .mapToDouble(answer -> measure.apply(said, answer))
                .max()
                .orElse(0);
    }

    private static double f1(String said, String right) {
        List<String> saidWords = List.of(plain(said).split(" "));
        List<String> rightWords = List.of(plain(right).split(" "));
        Map<String, Integer> counts = new HashMap<>();
        rightWords.forEach(word -> counts.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : saidWords) {
            if (!word.isEmpty() && counts.getOrDefault(word, 0) > 0) {
                counts.merge(word, -1, Integer::sum);
                shared++;
            }
        }
        return shared == 0 ? 0 : 2.0 * shared / (saidWords.size() + rightWords.size());
    }

    static String plain(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}|[“”‘’–—…]", "");
        return AskedJudgement.ARTICLE.matcher(bare).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }
}
