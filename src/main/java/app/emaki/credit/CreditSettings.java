package app.emaki.credit;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When allowances come back: at this time of day in this zone. */
@ConfigurationProperties("emaki.credit")
record CreditSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("00:00") LocalTime reset) {}
