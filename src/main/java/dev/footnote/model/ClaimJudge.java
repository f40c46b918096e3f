package dev.footnote.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.home.Home;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges a claim, or a yes/no question, by a text: the text says so, says otherwise, or leaves it open. A model of the
 * reader's shape that was trained for this alone, see its card in {@code embeddings/judge}; it is opened by the first
 * claim, as most questions need none. Safe for use by several threads.
 */
@Singleton
@Startup(Warming.FIRST)
public class ClaimJudge implements Judging {

    /** A yes/no question asks for the stance to its claim twice: for the check, and for what to say. */
    private static final int MOST_KEPT = 200;

    private static final Stance NOTHING_SAID = new Stance(0, 0, 1);

    private final SpanReader model;
    private final Cache<Judged, Stance> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    @Inject
    ClaimJudge(Home home, Tokenizer tokenizer, Inference inference) {
        this(home.embeddings().resolve("judge").resolve("judge.onnx"), tokenizer, inference);
    }

    ClaimJudge(Path model, Tokenizer tokenizer, Inference inference) {
        if (!Files.exists(model)) {
            throw SpanReader.missing(model, null);
        }
        this.model = SpanReader.openedWhenNeeded(model, tokenizer, inference);
    }

    private record Judged(String claim, String text) {}

    /**
     * {@inheritDoc}
     *
     * <p>Of a long claim the last 64 tokens are read, of a long text the first, 384 in all. A claim or a text without a
     * visible character leaves everything open.
     */
    @Override
    public Stance judge(String claim, String text) {
        if (claim.isBlank() || text.isBlank()) {
            return NOTHING_SAID;
        }
        Judged asked = new Judged(claim, text);
        Stance known = kept.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        // Not while the cache computes: others with another claim would wait for this one, and for the model to be
        // opened.
        Stance stance = model.score(claim, List.of(""), List.of(text)).get(0).stance();
        kept.put(asked, stance);
        return stance;
    }
}
