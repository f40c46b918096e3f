package dev.footnote.slack;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Under {@code /q/health/well}: Slack being away is to be seen, and no reason to take the server out of service. */
@Wellness
class ConnectionCheck implements HealthCheck {

    private final SlackDoor door;

    ConnectionCheck(SlackDoor door) {
        this.door = door;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("slack")
                .status(door.isConnected().orElse(true))
                .withData("configured", door.isConnected().isPresent())
                .build();
    }
}
