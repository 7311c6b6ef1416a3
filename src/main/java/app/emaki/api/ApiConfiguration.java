package app.emaki.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    RecurringTask<Void> forgetOrders(Orders orders, Acts acts) {
        return Tasks.recurring("api-forget-orders", FixedDelay.ofHours(1)).execute((task, context) -> {
            orders.forget();
            acts.forget();
        });
    }

    @Bean
    RecurringTask<Void> deliverWebhooks(WebhookPost post) {
        return Tasks.recurring("webhook-deliver", FixedDelay.ofSeconds(2)).execute((task, context) -> {
            while (post.deliver() > 0) {
                // there may be more than fit into one round
            }
        });
    }

    @Bean
    RecurringTask<Void> forgetWebhooks(WebhookPost post) {
        return Tasks.recurring("webhook-forget", FixedDelay.ofHours(6)).execute((task, context) -> post.forget());
    }

    @Bean
    WebMvcConfigurer answersAreNoted(ObjectProvider<Orders> orders) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AnswerNoted(orders)).addPathPatterns("/v1/videos/**", "/v1/videos");
            }
        };
    }

    /** Notes that the answer to an order has left this process, so that one which never did can be told again. */
    private record AnswerNoted(ObjectProvider<Orders> orders) implements HandlerInterceptor {
        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure)
                throws IOException {
            if (failure == null && request.getAttribute(VideosController.ORDER) instanceof UUID order) {
                response.flushBuffer();
                orders.getObject().answered(order);
            }
        }
    }
}
