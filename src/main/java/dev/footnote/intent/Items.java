package dev.footnote.intent;

import dev.footnote.answer.Form;
import dev.footnote.answer.Listing;
import dev.footnote.engine.Reply;
import java.util.ArrayList;
import java.util.List;

/** Makes a reply that is a list of what was found, which may be incomplete and says so. */
public final class Items {

    private Items() {}

    /** The items, headed "At least". */
    static Reply atLeast(List<Reply.Piece> items) {
        List<Reply.Piece> headed = new ArrayList<>(items);
        Reply.Piece first = items.get(0);
        headed.set(0, new Reply.Piece(Listing.AT_LEAST + first.text(), first.evidence()));
        return Reply.exact(headed).in(Form.LIST);
    }
}
