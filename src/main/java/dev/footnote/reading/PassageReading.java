package dev.footnote.reading;

import dev.footnote.home.Home;
import dev.footnote.home.Stage;
import dev.footnote.model.Encoder;
import dev.footnote.model.PassageScores;
import dev.footnote.model.SpanReader;
import dev.footnote.retrieval.RetrievedPassage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Has the reader model read passages for a question, and the policy assess what it said. Safe for use by several threads. */
@Singleton
public class PassageReading {

    private final SentenceReading reader;
    private final WordEncoding encoding;
    private final Predicate<String> shortens;
    private final AnswerPolicy policy;
    private final ArticleWordsCache words;

    @Inject
    PassageReading(SpanReader reader, Encoder encoder, ArticleWordsCache words, Home home) {
        this(
                reader::score,
                new KeptWordEncoding(encoder::encodeWords),
                reader::shortens,
                AnswerPolicy.read(home.embeddings()),
                words);
    }

    PassageReading(
            SentenceReading reader,
            WordEncoding encoding,
            Predicate<String> shortens,
            AnswerPolicy policy,
            ArticleWordsCache words) {
        this.reader = reader;
        this.encoding = encoding;
        this.shortens = shortens;
        this.policy = policy;
        this.words = words;
    }

    /** Reads the ways of understanding a part one by one, until one is answered; the first one if none is. */
    ReadPart readUntilAnswered(List<PartRetrieval> ways) {
        ReadPart first = read(ways.get(0));
        for (int i = 1; i < ways.size() && first.assessed().isRefused(); i++) {
            ReadPart next = read(ways.get(i));
            first = next.assessed().isRefused() ? first : next;
        }
        return first;
    }

    /** Reads what was found for a part of a question: the first passages, and the others where these do not settle it. */
    ReadPart read(PartRetrieval part) {
        try (Stage stage = Stage.begin("read")) {
            AskedQuestion question = part.question();
            List<RetrievedPassage> passages = part.passages();
            int first = Math.min(AnswerPolicy.READ_FIRST, passages.size());
            List<ReadPassage> read = new ArrayList<>(score(question, passages.subList(0, first)));
            WeighedSentences.Seen seen = policy.see(question, read);
            if (first < passages.size() && !policy.isSettledBy(seen)) {
                read.addAll(score(question, passages.subList(first, passages.size())));
                seen = policy.see(question, read);
            }
            stage.with("passages", read.size());
            return new ReadPart(part, policy.assess(seen, reader, encoding));
        }
    }

    private List<ReadPassage> score(AskedQuestion question, List<RetrievedPassage> passages) {
        try (Stage stage = Stage.begin("score")) {
            stage.with("passages", passages.size());
            return reader.read(question, passages, words::of);
        }
    }

    /** What the reader says of each text, read alone. */
    PassageScores readAlone(String question, String text) {
        return reader.score(question, List.of(""), List.of(text)).get(0);
    }

    /** Whether "Yes" or "No" may stand before a sentence that answers a yes/no question. */
    YesNo.Decision decide(String question, String sentence, YesNo.Scores scores) {
        return policy.decide(question, sentence, scores);
    }

    /** Whether a question is too long for the reader, which then sees the end of it. */
    boolean shortens(String question) {
        return shortens.test(question);
    }

    /** An answer that is less likely right is refused. */
    double refuseBelow() {
        return policy.refuseBelow();
    }
}
