package dev.footnote.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Support;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackEngineTest {

    private static final Inquiry INQUIRY = new Inquiry("Who?", List.of(), List.of(), null);
    private static final Route ROUTE = new Route.Known(Reply.chat("Hello.", List.of()));
    private static final Reply OTHER = Reply.exact(List.of(new Reply.Piece("Nobody", List.of())));

    private final List<String> heard = new ArrayList<>();

    private final Listener listener = new Listener() {
        @Override
        public void say(CheckedSentence sentence) {
            heard.add(sentence.text());
        }

        @Override
        public void reset() {
            heard.clear();
        }
    };

    @Test
    void whatTheFirstEngineSaysStays() {
        Reply said = OTHER.by("llm");

        Reply reply = new FallbackEngine(
                        (inquiry, route, told) -> {
                            told.say(sentence("Nobody."));
                            return said;
                        },
                        (inquiry, route, told) -> {
                            throw new AssertionError("It is not asked");
                        })
                .answer(INQUIRY, ROUTE, listener);

        assertThat(reply).isEqualTo(said);
        assertThat(heard).containsExactly("Nobody.");
    }

    @Test
    void whereItFailsTheOtherAnswersAndWhatWasSaidIsVoid() {
        Reply reply = new FallbackEngine(
                        (inquiry, route, told) -> {
                            told.say(sentence("Peru won."));
                            throw new EngineFailedException("it stopped half-way");
                        },
                        (inquiry, route, told) -> {
                            assertThat(inquiry).isEqualTo(INQUIRY);
                            assertThat(route).isEqualTo(ROUTE);
                            told.found(List.of());
                            return OTHER.warning(List.of("Beware."));
                        })
                .answer(INQUIRY, ROUTE, listener);

        assertThat(reply.pieces()).isEqualTo(OTHER.pieces());
        assertThat(reply.engine()).isEqualTo(Answer.EXTRACTIVE);
        assertThat(reply.degraded()).isTrue();
        assertThat(reply.warnings()).hasSize(2);
        assertThat(reply.warnings().get(0)).contains("it stopped half-way");
        assertThat(heard).isEmpty();
    }

    private static CheckedSentence sentence(String text) {
        return new CheckedSentence("", text, Support.SUPPORTED, 0.9, List.of());
    }
}
