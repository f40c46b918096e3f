package dev.footnote.verification;

import dev.footnote.answer.Support;
import dev.footnote.home.Home;
import dev.footnote.model.Encoder;
import dev.footnote.model.ScoredSpan;
import dev.footnote.model.SpanReader;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether sentences support a claim, by what can be measured without an LLM: the claim's names, numbers and dates,
 * negation, closeness, and what the reader makes of claim and sentences together. Safe for use by several threads.
 */
@Singleton
public class Verification {

    private static final Pattern TERM = Pattern.compile("(?<!^)(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}]*|\\p{N}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NEGATION =
            Pattern.compile("\\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot)\\b|n['’]t\\b");
    private static final int MOST_TERMS = 3;

    private final SpanReader reader;
    private final Encoder encoder;
    private final VerificationModel model;

    Verification(SpanReader reader, Encoder encoder, Home home) {
        this.reader = reader;
        this.encoder = encoder;
        this.model = VerificationModel.read(home.embeddings());
    }

    /**
     * Weighs a claim against sentences.
     *
     * @param claim one sentence
     * @param question what it answers, if it answers something
     * @param sentences what it is to stand on, in the article's order; without any nothing is supported
     */
    public Verdict verify(String claim, @Nullable String question, List<String> sentences) {
        if (claim.isBlank() || sentences.isEmpty()) {
            return new Verdict(Support.UNSUPPORTED, 0, null);
        }
        String text = String.join(" ", sentences);
        List<ScoredSpan> spans = reader.read(claim, List.of(text)).get(0);
        if (spans.isEmpty()) {
            return new Verdict(Support.UNSUPPORTED, 0, null);
        }
        List<float[]> vectors = encoder.encode(List.of(claim, text));
        double strange = Math.min(MOST_TERMS, strangeTerms(claim, text));
        double probability = model.probability(new Features(
                spans.get(0).margin(),
                cosine(vectors.get(0), vectors.get(1)),
                strange,
                isNegated(claim) == isNegated(text) ? 0 : 1));
        Support support = model.support(probability);
        String instead = support == Support.SUPPORTED || strange == 0
                ? null
                : spans.get(0).span().of(text);
        return new Verdict(support, probability, instead);
    }

    private static int strangeTerms(String claim, String text) {
        Set<String> words = new HashSet<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        int strange = 0;
        for (Matcher matcher = TERM.matcher(claim); matcher.find(); ) {
            strange += words.contains(matcher.group().toLowerCase(Locale.ROOT)) ? 0 : 1;
        }
        return strange;
    }

    private static boolean isNegated(String text) {
        return NEGATION.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static double cosine(float[] some, float[] other) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += some[i] * other[i];
        }
        return sum;
    }
}
