package dev.footnote.cli;

import dev.footnote.answer.Answer;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of the application in this process. */
record LocalAnswers(InProcess.Application application) implements AnswerSource {

    @Override
    public Answer ask(String question, String conversationId) throws IOException {
        try {
            return application.assistant().ask(new Question(question, conversationId, List.of(), null, null));
        } catch (InvalidQuestionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String textOf(String articleId) {
        return application.articles().get(articleId).text();
    }

    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        application.articles().all().forEach(article -> titles.put(article.id(), article.title()));
        return titles;
    }
}
