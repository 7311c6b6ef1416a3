package app.emaki.video;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param grace how long a deleted video can be brought back, before it is erased with its files
 */
@ConfigurationProperties("emaki.video")
record VideoSettings(@DefaultValue("30d") Duration grace) {}
