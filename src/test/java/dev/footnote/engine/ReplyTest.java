package dev.footnote.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Form;
import dev.footnote.answer.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void itsPiecesShowItsForm() {
        assertThat(Reply.exact(List.of(new Reply.Piece("Norway", List.of()))).form())
                .isEqualTo(Form.WORDS);
        assertThat(Reply.exact(List.of(new Reply.Piece("No: it is shut.", List.of())))
                        .form())
                .isEqualTo(Form.VERDICT);
        assertThat(Reply.exact(List.of(new Reply.Piece("Norway", List.of()), new Reply.Piece("Peru", List.of())))
                        .form())
                .isEqualTo(Form.LIST);
        assertThat(Reply.chat("Hello!", List.of()).form()).isNull();
        assertThat(Reply.refusal(Reason.UNCERTAIN, "Not stated.", null, 0.1, List.of())
                        .form())
                .isNull();
    }

    @Test
    void itemsArePartedAndSentencesFollowOneAnother() {
        Reply items = Reply.exact(List.of(new Reply.Piece("Norway", List.of()), new Reply.Piece("Peru", List.of())));
        assertThat(items.separator()).isEqualTo("; ");
        assertThat(items.in(Form.SENTENCES).separator()).isEqualTo(" ");
        assertThat(items.in(Form.TIMELINE).warning("Take care.").form()).isEqualTo(Form.TIMELINE);
    }
}
