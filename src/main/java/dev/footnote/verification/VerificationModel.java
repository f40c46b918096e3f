package dev.footnote.verification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.answer.Support;
import dev.footnote.model.BlendedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How likely sentences support a claim, given {@link ClaimSigns}; kept in {@code embeddings/verification.json}.
 *
 * @param about how the parameters were made
 * @param model what the signs count
 * @param partialFrom a claim less likely supported than this is unsupported
 * @param supportedFrom a claim at least this likely supported is supported
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VerificationModel(String about, BlendedModel model, double partialFrom, double supportedFrom) {

    /** Where the parameters lie below {@code embeddings/}. */
    public static final String FILE = "verification.json";

    public VerificationModel {
        List<String> known = ClaimSigns.NAMES;
        List<String> weighed = model.logistic().signs();
        if (!new HashSet<>(known).containsAll(weighed)) {
            throw new IllegalArgumentException("The verification parameters weigh the signs " + weighed
                    + ", of which this version sees only " + known + ". Run the command fit to make them anew.");
        }
        if (!(partialFrom >= 0 && partialFrom <= supportedFrom && supportedFrom <= 1)) {
            throw new IllegalArgumentException("A claim is partly supported from a probability on that is not above"
                    + " the one from which it is supported, not " + partialFrom + " and " + supportedFrom);
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
                            + " command fit.",
                    e);
        }
    }

    /** Writes the parameters into a folder. Returns the file. */
    public Path write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        return file;
    }

    /** The probability that the sentences support the claim. */
    public double probability(Map<String, Double> signs) {
        return model.probability(signs);
    }

    /** The word for a probability: supported, partial or unsupported. */
    public Support support(double probability) {
        if (probability >= supportedFrom) {
            return Support.SUPPORTED;
        }
        return probability >= partialFrom ? Support.PARTIAL : Support.UNSUPPORTED;
    }
}
