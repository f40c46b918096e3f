package dev.footnote.slack.client;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the Web API that obey Slack's limits: one that has to come later comes later, within the caller's patience. What
 * an administrator must mend is logged once, with the remedy. Safe for use by several threads.
 */
public final class WebApi {

    private static final Logger LOG = Logger.getLogger(WebApi.class);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String REINSTALL = "Reinstall the app in the workspace and set footnote.slack.bot-token anew.";

    /** Of {@code ok: false}, those that pass by themselves. */
    private static final Set<String> TEMPORARY = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private static final Set<String> TOKEN_IS_GONE = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "not_allowed_token_type");

    private static final Set<String> NOT_ALLOWED = Set.of("missing_scope", "no_permission", "access_denied");

    private final MethodsClient methods;
    private final ActionResponseSender responses;
    private final ClosableWait rest;
    private final SlackMeters meters;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public WebApi(Slack slack, String botToken, ClosableWait rest, SlackMeters meters) {
        this.methods = slack.methods(botToken);
        this.responses = new ActionResponseSender(slack);
        this.rest = rest;
        this.meters = meters;
    }

    /** One call of the client. */
    @FunctionalInterface
    public interface WebApiCall<T> {
        T make(MethodsClient methods) throws IOException, SlackApiException;
    }

    /** The result of one attempt. */
    private record CallAttempt<T>(@Nullable T result, @Nullable SlackFailure failure, Duration pause) {}

    /**
     * Makes a call, again if need be.
     *
     * @param method its name, for messages
     * @throws SlackFailure if it was not carried out
     */
    public <T extends SlackApiTextResponse> T call(String method, CallPatience patience, WebApiCall<T> call)
            throws SlackFailure {
        return persist(patience, attempt -> attempt(method, call, attempt));
    }

    /** Answers a command or a click at the address that came with it. */
    public void respond(String responseUrl, CallPatience patience, ActionResponse response) throws SlackFailure {
        persist(patience, attempt -> attempt(responseUrl, response, attempt));
    }

    /** Makes a call whose failure changes nothing. */
    public <T extends SlackApiTextResponse> void tryTo(String method, WebApiCall<T> call) {
        try {
            call(method, CallPatience.NONE, call);
        } catch (SlackFailure e) {
            LOG.debug(e.getMessage());
        }
    }

    @FunctionalInterface
    private interface CallAttempts<T> {
        CallAttempt<T> make(int number);
    }

    private <T> T persist(CallPatience patience, CallAttempts<T> attempts) throws SlackFailure {
        for (int number = 0; ; number++) {
            CallAttempt<T> attempt = attempts.make(number);
            if (attempt.result() != null) {
                return attempt.result();
            }
            SlackFailure failure = attempt.failure();
            if (failure == null) {
                throw new IllegalStateException("An attempt came to nothing");
            }
            boolean worthIt = failure.isTemporary()
                    && number < patience.retries()
                    && attempt.pause().compareTo(patience.longestWait()) <= 0;
            if (!worthIt || !rest.take(attempt.pause())) {
                throw failure;
            }
        }
    }

    private <T extends SlackApiTextResponse> CallAttempt<T> attempt(String method, WebApiCall<T> call, int number) {
        try {
            T response = call.make(methods);
            if (response.isOk()) {
                return new CallAttempt<>(response, null, Duration.ZERO);
            }
            return refused(method, String.valueOf(response.getError()), response.getNeeded(), number);
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            if (status == TOO_MANY_REQUESTS) {
                return limited(method, e.getResponse().header("Retry-After"));
            }
            return status >= 500 || e.getError() == null
                    ? later(method, "HTTP " + status, e, number)
                    : refused(
                            method,
                            String.valueOf(e.getError().getError()),
                            e.getError().getNeeded(),
                            number);
        } catch (IOException e) {
            return later(method, String.valueOf(e.getMessage()), e, number);
        }
    }

    private CallAttempt<WebhookResponse> attempt(String url, ActionResponse response, int number) {
        String method = "The response";
        try {
            WebhookResponse said = responses.send(url, response);
            int status = said.getCode();
            if (status >= 200 && status < 300) {
                return new CallAttempt<>(said, null, Duration.ZERO);
            }
            return status == TOO_MANY_REQUESTS || status >= 500
                    ? later(method, "HTTP " + status, null, number)
                    : new CallAttempt<>(null, SlackFailure.permanent(method, "HTTP " + status), Duration.ZERO);
        } catch (IOException | IllegalArgumentException e) {
            return later(method, String.valueOf(e.getMessage()), e, number);
        }
    }

    private <T> CallAttempt<T> limited(String method, @Nullable String retryAfter) {
        meters.limited();
        Duration wait = retryAfter != null && retryAfter.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                : Duration.ofSeconds(1);
        return new CallAttempt<>(
                null, SlackFailure.temporary(method, "rate limited for " + wait.toSeconds() + " s", null), wait);
    }

    private static <T> CallAttempt<T> later(String method, String why, @Nullable Throwable cause, int number) {
        return new CallAttempt<>(
                null, SlackFailure.temporary(method, why, cause), Duration.ofSeconds(1L << Math.min(number, 4)));
    }

    private <T> CallAttempt<T> refused(String method, String error, @Nullable String needed, int number) {
        if (TEMPORARY.contains(error)) {
            return later(method, error, null, number);
        }
        if (TOKEN_IS_GONE.contains(error)) {
            tellOnce(error, "Slack no longer takes the bot's token (" + error + "). " + REINSTALL);
        } else if (NOT_ALLOWED.contains(error)) {
            String scope = needed == null || needed.isBlank() ? "a permission" : "the scope " + needed;
            tellOnce(
                    error + " " + method + " " + needed,
                    "The Slack app lacks " + scope + " for " + method + " (" + error
                            + "). Add it as in src/main/slack and reinstall the app.");
        }
        return new CallAttempt<>(null, SlackFailure.permanent(method, error), Duration.ZERO);
    }

    private void tellOnce(String key, String sentence) {
        if (told.add(key)) {
            LOG.error(sentence);
        }
    }
}
