package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** "List everyone quoted": whoever a sentence names as the speaker of what it reports. */
@Singleton
public class SpeakersHandler implements IntentHandler {

    private static final int MOST = 20;

    private static final String NOBODY = "I find nobody who is named as a speaker.";

    private final ArticleChoice choice;

    SpeakersHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.wants(Intent.SPEAKERS, Thresholds.SURE) && question.saysOnly(Intent.SPEAKERS)
                ? Optional.of(choice.of(question.inquiry())
                        .map(SpeakersHandler::list)
                        .orElseGet(() -> choice.ask(question.inquiry(), title -> "Who is quoted in " + title + "?")))
                : Optional.empty();
    }

    private static Reply list(Article article) {
        List<QuotedSpeaker> speakers =
                QuotedSpeaker.in(article).stream().limit(MOST).toList();
        if (speakers.isEmpty()) {
            return Reply.refusal(Reason.NOT_FOUND, NOBODY, null, 0.0, List.of());
        }
        return Items.atLeast(speakers.stream()
                .map(speaker -> new Reply.Piece(
                        speaker.name().of(article.text()),
                        List.of(Sentences.evidence(article, speaker.sentences().get(0), speaker.name()))))
                .toList());
    }
}
