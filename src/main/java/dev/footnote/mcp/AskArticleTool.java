package dev.footnote.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.application.Caller;
import dev.footnote.application.Door;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Asks a question. */
@Singleton
final class AskArticleTool implements ArticleTool {

    private final Assistant assistant;

    AskArticleTool(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public String name() {
        return "ask_article";
    }

    @Override
    public String title() {
        return "Ask the articles";
    }

    @Override
    public String description() {
        return "Answers a question in English from the articles kept here, and cites the exact sentences it stands on. Says"
                + " so when the articles do not answer it. Nothing but the articles is used.";
    }

    @Override
    public ObjectNode properties() {
        ObjectNode properties = ArticleTool.node();
        properties.set(
                "question",
                ArticleTool.property("string", "One question, at most 2,000 characters.")
                        .put("maxLength", Question.LONGEST));
        properties.set("article_ids", ArticleTool.articleIds());
        properties.set(
                "conversation_id",
                ArticleTool.property(
                        "string",
                        "From an earlier answer, if this question follows it (\"And when?\"); else leave out."));
        return properties;
    }

    @Override
    public List<String> required() {
        return List.of("question");
    }

    @Override
    public Result call(Arguments arguments, Caller caller) {
        String conversation = arguments.optionalText("conversation_id");
        Answer answer = assistant.ask(
                new Question(
                        arguments.text("question"),
                        conversation == null ? Question.newConversationId() : conversation,
                        arguments.texts("article_ids"),
                        null,
                        null),
                Door.MCP,
                caller,
                event -> {});
        return new Result(text(answer), answer);
    }

    private static String text(Answer answer) {
        StringBuilder text = new StringBuilder(answer.answer());
        if (answer.certainty() != null && answer.kind() == Kind.ANSWER) {
            text.append("\n(")
                    .append(answer.certainty().name().toLowerCase(Locale.ROOT))
                    .append(')');
        }
        for (Citation citation : answer.citations()) {
            text.append("\n\n")
                    .append(answer.kind() == Kind.REFUSAL ? "closest:" : "[" + citation.index() + "]")
                    .append(" \"")
                    .append(citation.citedText())
                    .append("\"\n")
                    .append(citation.documentTitle())
                    .append(", paragraph ")
                    .append(citation.paragraph())
                    .append(citation.page() == null ? "" : ", " + citation.pageInWords())
                    .append(" (")
                    .append(citation.documentId())
                    .append(", ")
                    .append(citation.startCharIndex())
                    .append('-')
                    .append(citation.endCharIndex())
                    .append(") ")
                    .append(citation.url());
        }
        if (!answer.suggestedQuestions().isEmpty()) {
            text.append(answer.answerable() ? "\n\nQuestions that lead on:" : "\n\nThe articles do answer:");
            answer.suggestedQuestions().forEach(question -> text.append("\n- ").append(question));
        }
        answer.warnings().forEach(warning -> text.append("\n\nNote: ").append(warning));
        return text.toString();
    }
}
