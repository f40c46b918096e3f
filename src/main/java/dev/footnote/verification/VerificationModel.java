package dev.footnote.verification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.answer.Support;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How likely sentences support a claim, given what was compared: a logistic model over {@link Features}, kept in {@code
 * embeddings/verification.json}.
 *
 * @param about how the parameters were made
 * @param features the names of the features, which must be {@link Features#NAMES}
 * @param weights one for each feature, as it is
 * @param bias what is added
 * @param partialFrom a claim less likely supported than this is unsupported
 * @param supportedFrom a claim at least this likely supported is supported
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VerificationModel(
        String about,
        List<String> features,
        List<Double> weights,
        double bias,
        double partialFrom,
        double supportedFrom) {

    /** Where the parameters lie below {@code embeddings/}. */
    public static final String FILE = "verification.json";

    public VerificationModel {
        features = List.copyOf(features);
        weights = List.copyOf(weights);
        if (!features.equals(Features.NAMES) || weights.size() != features.size()) {
            throw new IllegalArgumentException("The verification parameters are for the features " + features
                    + ", not for " + Features.NAMES + ". Run the command calibrate-claims to make them anew.");
        }
    }

    static VerificationModel read(Path embeddings) {
        Path file = embeddings.resolve(FILE);
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(file.toFile(), VerificationModel.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The verification parameters " + file.toAbsolutePath().normalize() + " cannot be read: "
                            + e.getMessage()
                            + ". Start Footnote in its own folder, set footnote.home to it, or make them anew with the"
                            + " command calibrate-claims.",
                    e);
        }
    }

    /** The probability that the sentences support the claim. */
    public double probability(Features seen) {
        double[] values = seen.values();
        double sum = bias;
        for (int i = 0; i < values.length; i++) {
            sum += weights.get(i) * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** What a probability is called. */
    public Support support(double probability) {
        if (probability >= supportedFrom) {
            return Support.SUPPORTED;
        }
        return probability >= partialFrom ? Support.PARTIAL : Support.UNSUPPORTED;
    }
}
