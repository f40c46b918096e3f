package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Reply;
import dev.footnote.english.QuestionWords.QuestionWord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "Who wrote this?", "when was it published?": what the file says of itself, and nothing else. */
@Singleton
public class MetadataHandler implements IntentHandler {

    private static final String FROM_FILE = "This is from the file's own details, not from its text.";

    private final ArticleChoice choice;

    MetadataHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.mayPointBack() ? Optional.empty() : reply(question);
    }

    /** "Who wrote it?" may mean what was said before; where nothing says, it means the article. */
    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        return question.mayPointBack() ? reply(question) : Optional.empty();
    }

    private Optional<Reply> reply(EncodedQuestion question) {
        for (Intent intent : new Intent[] {Intent.AUTHOR, Intent.DATE, Intent.SOURCE}) {
            if (question.wants(intent, Thresholds.SURE) && question.tells(intent)) {
                return tell(question, intent);
            }
        }
        return Optional.empty();
    }

    private Optional<Reply> tell(EncodedQuestion question, Intent intent) {
        Optional<Article> article = choice.of(question.inquiry());
        Set<String> other = new TreeSet<>(
                question.ownWords(intent).stream().map(QuestionWord::text).toList());
        article.ifPresent(named -> other.removeAll(ArticleChoice.titleWords(named)));
        if (!other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(article.map(one -> of(one.metadata(), intent))
                .orElseGet(() -> choice.ask(question.inquiry(), title -> again(title, intent))));
    }

    private static Reply of(Metadata metadata, Intent intent) {
        @Nullable
        String said =
                switch (intent) {
                    case AUTHOR -> metadata.author();
                    case DATE -> metadata.date();
                    default -> metadata.source();
                };
        if (said == null || said.isBlank()) {
            String what =
                    switch (intent) {
                        case AUTHOR -> "who wrote it";
                        case DATE -> "when it was written";
                        default -> "where it comes from";
                    };
            return Reply.refusal(Reason.NOT_FOUND, "The file does not say " + what + ".", null, 0.0, List.of());
        }
        return Reply.exact(List.of(new Reply.Piece(said.strip(), List.of()))).warning(List.of(FROM_FILE));
    }

    private static String again(String title, Intent intent) {
        return switch (intent) {
            case AUTHOR -> "Who wrote " + title + "?";
            case DATE -> "When was " + title + " published?";
            default -> "What is the source of " + title + "?";
        };
    }
}
