package dev.footnote.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How likely an answer is right, given what the reader saw: a logistic model over {@link Features}, fitted by the
 * command {@code calibrate} and kept in {@code embeddings/confidence.json}.
 *
 * @param about how the parameters were made
 * @param features the names of the features, which must be {@link Features#NAMES}
 * @param weights one for each feature, as it is
 * @param bias what is added
 * @param refuseBelow an answer less likely right than this is refused
 * @param statedFrom an answer at least this likely right is called stated
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ConfidenceModel(
        String about, List<String> features, List<Double> weights, double bias, double refuseBelow, double statedFrom) {

    /** Where the parameters lie below {@code embeddings/}. */
    public static final String FILE = "confidence.json";

    public ConfidenceModel {
        features = List.copyOf(features);
        weights = List.copyOf(weights);
        if (!features.equals(Features.NAMES) || weights.size() != features.size()) {
            throw new IllegalArgumentException("The confidence parameters are for the features " + features
                    + ", not for " + Features.NAMES + ". Run the command calibrate to make them anew.");
        }
    }

    static ConfidenceModel read(Path embeddings) {
        Path file = embeddings.resolve(FILE);
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(file.toFile(), ConfidenceModel.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The confidence parameters " + file.toAbsolutePath().normalize() + " cannot be read: "
                            + e.getMessage()
                            + ". Start Footnote in its own folder, set footnote.home to it, or make them anew with the"
                            + " command calibrate.",
                    e);
        }
    }

    /** The probability that the answer is right. */
    public double probability(Features seen) {
        double[] values = seen.values();
        double sum = bias;
        for (int i = 0; i < values.length; i++) {
            sum += weights.get(i) * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
