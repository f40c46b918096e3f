package dev.footnote.reading;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Kind;
import dev.footnote.engine.Engine;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Listener;
import dev.footnote.engine.Reply;
import dev.footnote.engine.Route;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine that answers from the words of the articles, without a language model. What it says stands there, letter
 * for letter. Safe for use by several threads.
 */
@Singleton
public class ExtractiveEngine implements Engine {

    private static final String SHORTENED = "The question is long; only its last 64 word pieces were read.";

    private final PassageFinder finder;
    private final PassageReading reading;
    private final AnswerWriter answers;
    private final RefusalWriter refusals;
    private final ReadingConfig config;

    ExtractiveEngine(
            PassageFinder finder,
            PassageReading reading,
            AnswerWriter answers,
            RefusalWriter refusals,
            ReadingConfig config) {
        this.finder = finder;
        this.reading = reading;
        this.answers = answers;
        this.refusals = refusals;
        this.config = config;
    }

    @Override
    public Reply answer(Inquiry inquiry, Route route, Listener listener) {
        return consider(inquiry, route, listener).reply();
    }

    private Reconsideration consider(Inquiry inquiry, Route route, Listener listener) {
        if (route instanceof Route.Read read) {
            return read(inquiry, read, listener);
        }
        listener.found(List.of());
        if (route instanceof Route.Known known) {
            return new Reconsideration(known.reply(), null);
        }
        if (route instanceof Route.Overview overview) {
            return new Reconsideration(overview.sentences(), null);
        }
        if (route instanceof Route.Reconsider reconsider) {
            Inquiry doubted = reconsider.doubted();
            Reply again = consider(doubted, reconsider.route(), Listener.NONE).explained();
            String understood = again.understood() == null ? doubted.question() : again.understood();
            return new Reconsideration(again.understoodAs(understood), null);
        }
        throw new IllegalArgumentException("There is no way for " + route);
    }

    private Reconsideration read(Inquiry inquiry, Route.Read route, Listener listener) {
        List<QuestionParts.Part> parts = QuestionParts.named(inquiry.question());
        // The first way to understand each part; another is tried only where this one finds nothing.
        List<List<PartRetrieval>> ways = parts.stream()
                .map(part -> finder.ways(part.question(), inquiry, route.vector()))
                .toList();
        listener.found(ways.stream()
                .flatMap(List::stream)
                .flatMap(way -> way.passages().stream())
                .distinct()
                .toList());
        List<ReadPart> read = ways.stream().map(reading::readUntilAnswered).toList();

        List<String> warnings = new ArrayList<>();
        if (reading.shortens(inquiry.question())) {
            warnings.add(SHORTENED);
        }
        List<PartAnswer> answered = new ArrayList<>();
        List<Reply.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            ReadPart each = read.get(i);
            if (!each.assessed().ranked().isEmpty() && (!each.assessed().isRefused() || !config.refuse())) {
                PartAnswer answer = answers.write(each);
                answered.add(answer);
                pieces.addAll(parts.get(i).label(answer.pieces()));
            } else if (parts.size() > 1) {
                warnings.add("The article does not say: " + parts.get(i).question());
            }
        }
        String understood = read.get(0).part().understood();
        if (answered.isEmpty()) {
            Reply otherwise = route.otherwise();
            Reply refusal = otherwise != null
                    ? otherwise
                    : refusals.write(inquiry, read.get(0)).understoodAs(understood);
            return new Reconsideration(refusal, null);
        }
        Reply reply = new Reply(
                Kind.ANSWER,
                pieces,
                null,
                answered.stream().allMatch(PartAnswer::isStated) ? Certainty.STATED : Certainty.LIKELY,
                answered.stream().mapToDouble(PartAnswer::confidence).min().orElse(0),
                List.of(),
                warnings,
                understood,
                PartAnswer.formOf(answered));
        return new Reconsideration(reply, read.size() == 1 ? read.get(0) : null);
    }
}
