package app.emaki.model;

import app.emaki.model.kamishibai.WorkshopSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the built-in model runs.
 *
 * @param workers films at a time, each in a process of its own
 * @param memory heap of each process in MB
 * @param patience longest time for one film
 * @param sketches whether processes that have no film to make draw the shots of storyboards
 * @param warm whether the first process starts with the application, so that the first film need not wait for it
 */
@ConfigurationProperties("emaki.kamishibai")
record KamishibaiSettings(
        @DefaultValue("1") int workers,
        @DefaultValue("" + WorkshopSettings.HEAP) int memory,
        @DefaultValue("20m") Duration patience,
        @DefaultValue("true") boolean sketches,
        @DefaultValue("true") boolean warm) {}
