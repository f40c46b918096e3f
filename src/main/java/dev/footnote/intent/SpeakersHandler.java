package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.Attribution;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** "List everyone quoted": whoever a sentence names as the speaker of what it reports. */
@Singleton
public class SpeakersHandler implements IntentHandler {

    private static final int MOST = 20;

    private static final String NOBODY = "I find nobody who is named as a speaker.";

    private final ArticleChoice choice;

    SpeakersHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    /** The first sentence that names a speaker, and where. */
    record Speaker(Sentence sentence, Span name) {}

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.wants(Intent.SPEAKERS, Thresholds.SURE) && question.saysOnly(Intent.SPEAKERS)
                ? Optional.of(choice.of(question.inquiry())
                        .map(SpeakersHandler::list)
                        .orElseGet(() -> choice.ask(question.inquiry(), title -> "Who is quoted in " + title + "?")))
                : Optional.empty();
    }

    private static Reply list(Article article) {
        List<Speaker> speakers = of(article, MOST);
        if (speakers.isEmpty()) {
            return Reply.refusal(Reason.NOT_FOUND, NOBODY, null, 0.0, List.of());
        }
        return Items.atLeast(speakers.stream()
                .map(speaker -> new Reply.Piece(
                        speaker.name().of(article.text()),
                        List.of(Sentences.evidence(article, speaker.sentence(), speaker.name()))))
                .toList());
    }

    /** Those an article names, each once, at most so many. */
    static List<Speaker> of(Article article, int most) {
        List<Speaker> speakers = new ArrayList<>();
        List<Set<String>> names = new ArrayList<>();
        for (Sentence sentence : Sentences.of(article)) {
            Optional<Span> name = Attribution.of(article.text(), sentence.span());
            if (name.isPresent() && speakers.size() < most) {
                Set<String> words = nameWords(name.get().of(article.text()));
                // "Lamb" and "Ada Lamb" are one.
                boolean known = names.stream().anyMatch(other -> words.containsAll(other) || other.containsAll(words));
                if (!known) {
                    names.add(words);
                    speakers.add(new Speaker(sentence, name.get()));
                }
            }
        }
        return speakers;
    }

    private static Set<String> nameWords(String name) {
        return QuestionWords.of(name).stream()
                .filter(word -> !QuestionWords.isEmpty(word))
                .collect(Collectors.toSet());
    }
}
