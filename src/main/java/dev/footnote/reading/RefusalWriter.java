package dev.footnote.reading;

import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.article.Library;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.DefinitionFinder;
import dev.footnote.english.DefinitionQuestion;
import dev.footnote.model.Nearness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Says why a question is not answered, and shows the closest sentence. Safe for use by several threads. */
@Singleton
public class RefusalWriter {

    /**
     * A refusal above this share of the threshold may be one of something that is said after all: it says so. Of the left-out
     * questions that are refused over the right sentence 91.5% are above it (79 above a half), of what is not said 39 (24).
     */
    private static final double UNCERTAIN = 0.3;

    private static final int MOST_MENTIONS_LOOKED_AT = 12;

    private final Library library;
    private final PassageReading reading;

    RefusalWriter(Library library, PassageReading reading) {
        this.library = library;
        this.reading = reading;
    }

    /** The refusal of a question, after what was read for its first part. */
    Reply write(Inquiry inquiry, ReadPart read) {
        double missed = read.assessed().answers();
        Optional<String> term = DefinitionQuestion.term(read.part().question().text());
        Optional<RankedSentence> mention = term.flatMap(name -> read.assessed().ranked().stream()
                .limit(MOST_MENTIONS_LOOKED_AT)
                .filter(each -> DefinitionFinder.mentions(each.read().article().text(), each.place(), name))
                .findFirst());
        if (mention.isPresent()) {
            return Reply.refusal(
                    Reason.UNCERTAIN,
                    DefinitionFinder.undefined(term.orElseThrow()),
                    closest(read, mention.get(), missed),
                    missed,
                    List.of());
        }
        Optional<RankedSentence> closest =
                read.assessed().best().filter(best -> best.read().similarity() >= Nearness.CLOSEST_SENTENCE);
        boolean uncertain = closest.isPresent() && missed >= UNCERTAIN * reading.refuseBelow();
        int articles = inquiry.articleIds().isEmpty()
                ? library.ids().size()
                : inquiry.articleIds().size();
        Reason reason = uncertain ? Reason.UNCERTAIN : Reason.NOT_FOUND;
        return Reply.refusal(
                reason,
                RefusalWords.of(reason, articles),
                closest.map(best -> closest(read, best, missed)).orElse(null),
                missed,
                List.of());
    }

    private static Evidence closest(ReadPart read, RankedSentence sentence, double missed) {
        return read.evidence(sentence, null, missed, Support.UNSUPPORTED, 0);
    }
}
