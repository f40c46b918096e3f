package dev.footnote.verification;

import dev.footnote.english.Word;
import dev.footnote.model.EncodedWords;
import dev.footnote.model.EncodedWords.EncodedWord;
import dev.footnote.model.Nearness;
import java.util.List;
import java.util.Map;

/**
 * How much of a claim's words of meaning a text has, in its words or in others that mean nearly the same where they stand,
 * by the encoder's vectors of both. A contrary is nearly as like as the word itself; that is for {@link Alignment}.
 *
 * @param mean of the words' likeness to the nearest word of the text, 0 to 1
 * @param lost the sum of what is missing to a likeness of {@link Nearness#WORD_OF_CLAIM}
 * @param least the likeness of the word that is least like any of the text
 * @param lackingLost as {@code lost}, of the words that the text does not have
 * @param lackingLeast as {@code least}, of the words that the text does not have
 * @param back as {@code mean}, of the text's words in the claim
 */
record Likeness(double mean, double lost, double least, double lackingLost, double lackingLeast, double back) {

    /**
     * Compares the words of a claim with those of a text.
     *
     * @param words the claim's
     * @param alignment of them with the text's
     * @param claim the claim's words encoded
     * @param textWords the text's words
     * @param text the text's words encoded
     */
    static Likeness of(
            List<Word> words, Alignment alignment, EncodedWords claim, List<Word> textWords, EncodedWords text) {
        int count = 0;
        double sum = 0;
        double lost = 0;
        double least = 1;
        double lackingLost = 0;
        double lackingLeast = 1;
        for (EncodedWord each : claim.words()) {
            int at = indexOf(words, each);
            if (at < 0 || words.get(at).isLight()) {
                continue;
            }
            double nearest = text.nearest(each);
            double missing = Math.max(0, Nearness.WORD_OF_CLAIM - nearest);
            count++;
            sum += nearest;
            lost += missing;
            least = Math.min(least, nearest);
            if (!alignment.has(at)) {
                lackingLost += missing;
                lackingLeast = Math.min(lackingLeast, nearest);
            }
        }
        return new Likeness(
                count == 0 ? 1 : sum / count, lost, least, lackingLost, lackingLeast, back(textWords, text, claim));
    }

    private static double back(List<Word> textWords, EncodedWords text, EncodedWords claim) {
        return text.words().stream()
                .filter(each -> {
                    int at = indexOf(textWords, each);
                    return at >= 0 && !textWords.get(at).isLight();
                })
                .mapToDouble(claim::nearest)
                .average()
                .orElse(1);
    }

    /** The word in which an encoded one stands; -1 for none. */
    private static int indexOf(List<Word> words, EncodedWord encoded) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).span().start() <= encoded.span().start()
                    && encoded.span().end() <= words.get(i).span().end()) {
                return i;
            }
        }
        return -1;
    }

    /** Adds the numbers as signs, see {@link ClaimSigns}. */
    void addTo(Map<String, Double> signs) {
        signs.put("like", mean);
        signs.put("unlike", lost);
        signs.put("least_like", least);
        signs.put("lacking_unlike", lackingLost);
        signs.put("lacking_least_like", lackingLeast);
        signs.put("like_back", back);
    }
}
