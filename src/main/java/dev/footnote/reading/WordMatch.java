package dev.footnote.reading;

import dev.footnote.english.ContentWords;
import dev.footnote.model.EncodedWords;
import dev.footnote.model.EncodedWords.EncodedWord;
import dev.footnote.model.Nearness;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How much of a question's words a text has, in its words or in others that mean nearly the same where they stand: each
 * word of the question that says something is compared with every word of the text, and the nearest counts. The idea is
 * that of Khattab and Zaharia, "ColBERT: Efficient and Effective Passage Search via Contextualized Late Interaction over
 * BERT", SIGIR 2020.
 *
 * @param mean of the words' likeness to the nearest word of the text, 0 to 1, weighted by how much each word says
 * @param lost the weighted mean of what is missing to a likeness of {@link Nearness#WORD_OF_QUESTION}, times {@value #LOST_SCALE}
 * @param least the likeness of the word that is least like any of the text, 0 to 1
 * @param whole how alike both are as wholes, -1 to 1
 */
record WordMatch(double mean, double lost, double least, double whole) {

    private static final double LOST_SCALE = 5;

    /**
     * Compares the words of a question with those of a text.
     *
     * @param weight how much a stem says in its article
     */
    static WordMatch of(EncodedWords question, ToDoubleFunction<String> weight, EncodedWords text) {
        double weights = 0;
        double mean = 0;
        double lost = 0;
        double least = 1;
        for (EncodedWord word : question.words()) {
            List<String> stems = ContentWords.of(word.text());
            if (stems.isEmpty()) {
                continue;
            }
            double nearest = text.nearest(word);
            double counts = weight.applyAsDouble(stems.get(0));
            weights += counts;
            mean += counts * nearest;
            lost += counts * Math.max(0, Nearness.WORD_OF_QUESTION - nearest);
            least = Math.min(least, nearest);
        }
        return weights == 0
                ? new WordMatch(1, 0, 1, question.likeness(text))
                : new WordMatch(mean / weights, LOST_SCALE * lost / weights, least, question.likeness(text));
    }

    /** Adds the numbers under their names, which end in that of the text. */
    void addTo(Map<String, Double> signs, String text) {
        signs.put("match_" + text, mean);
        signs.put("match_lost_" + text, lost);
        signs.put("match_least_" + text, least);
        signs.put("match_whole_" + text, whole);
    }
}
