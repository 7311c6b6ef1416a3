package app.emaki.account;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Puts {@link QuietSessions} in front of the repository that Spring Boot sets up, which it would not do beside another one. */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    @Bean
    static BeanPostProcessor quietSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions ? new QuietSessions(sessions) : bean;
            }
        };
    }
}
