package dev.footnote.reading;

import dev.footnote.model.LogisticModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a question asks for, learned from examples: for each kind, how likely a question is of it, from the encoder's
 * vector of its text alone.
 *
 * @param models by kind
 */
public record QuestionKinds(Map<String, LogisticModel> models) {

    /** It asks for a few words (who, when, how many, which), rather than to be told something. */
    public static final String WORDS = "words";

    /** It asks whether something is so. */
    public static final String YES_NO = "yes_no";

    /** It asks who or what somebody or something is. */
    public static final String DEFINITION = "definition";

    /** It asks for several things. */
    public static final String LIST = "list";

    /** It is a bare topic rather than a question. */
    public static final String KEYWORD = "keyword";

    /** It asks for a reason. */
    public static final String REASON = "reason";

    /** It asks for a way or a state: how something is done or went. */
    public static final String WAY = "way";

    public QuestionKinds {
        // In a fixed order, so that the same fit writes the same file.
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }

    /** How likely a question is of each kind; they need not add up to 1. */
    public Map<String, Double> of(float[] vector) {
        Map<String, Double> kinds = new LinkedHashMap<>();
        models.forEach((kind, model) -> kinds.put(kind, model.probability(vector)));
        return kinds;
    }
}
