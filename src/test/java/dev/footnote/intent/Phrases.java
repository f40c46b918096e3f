package dev.footnote.intent;

import dev.footnote.answer.Turn;
import dev.footnote.engine.Inquiry;
import dev.footnote.home.GivenHome;
import dev.footnote.model.Encoder;
import dev.footnote.model.Models;
import java.nio.file.Path;
import java.util.List;

/** The phrases of {@code prompts/}, for tests that need no container. */
public final class Phrases {

    private static final ExamplePhrases PHRASES = new ExamplePhrases(
            GivenHome.of(Path.of(".")),
            Models.ENCODER,
            new VectorFile(Path.of("target", "phrases.vectors"), Encoder.ID));

    private Phrases() {}

    /** A question of its own, to these articles; to all if none is named. */
    public static EncodedQuestion question(String question, String... articleIds) {
        return after(List.of(), question, articleIds);
    }

    /** A question after turns. */
    public static EncodedQuestion after(List<Turn> turns, String question, String... articleIds) {
        return new EncodedQuestion(new Inquiry(question, turns, List.of(articleIds), null), PHRASES);
    }
}
