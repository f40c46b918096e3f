package dev.footnote.intent;

import dev.footnote.article.ArticleSummary;
import dev.footnote.engine.Reply;
import dev.footnote.text.FoldedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that has an article's whole title in quotation marks, as the questions have that are offered where it is
 * not clear which article is meant: it is put to the other handlers as one about that article alone.
 */
public final class NamedArticleHandler implements IntentHandler {

    private static final Pattern QUOTATION_MARK = Pattern.compile("[\"“„]");

    private static final String STANDS_FOR_TITLE = "this article";

    private final ArticleChoice choice;
    private final List<IntentHandler> others;
    private final boolean overview;

    NamedArticleHandler(ArticleChoice choice, List<IntentHandler> others, boolean overview) {
        this.choice = choice;
        this.others = List.copyOf(others);
        this.overview = overview;
    }

    @Override
    public boolean isOverview() {
        return overview;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        String asked = FoldedText.withPlainLetters(question.text());
        if (!QUOTATION_MARK.matcher(asked).find()) {
            return Optional.empty();
        }
        for (ArticleSummary article : choice.summaries(question.inquiry())) {
            Matcher named = inQuotationMarks(FoldedText.withPlainLetters(article.title()))
                    .matcher(asked);
            if (named.find()) {
                EncodedQuestion alone = question.about(article.id(), named.replaceFirst(STANDS_FOR_TITLE));
                return others.stream()
                        .flatMap(handler -> handler.answer(alone).stream())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Pattern inQuotationMarks(String title) {
        return Pattern.compile("[\"“„]" + Pattern.quote(title) + "[\"”“]", Pattern.CASE_INSENSITIVE);
    }
}
