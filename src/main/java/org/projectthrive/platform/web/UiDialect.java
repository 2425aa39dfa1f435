package org.projectthrive.platform.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.spring6.context.IThymeleafRequestContext;

import org.springframework.stereotype.Component;

/**
 * What our templates have beyond Thymeleaf's own: {@code <svg ui:icon="users"></svg>} for
 * icons, {@code #form} for what was entered and refused, and {@code #when} for dates.
 */
@Component
class UiDialect extends AbstractProcessorDialect implements IExpressionObjectDialect {

	UiDialect() {
		super("ui", "ui", 1000);
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new IconProcessor(prefix));
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new Objects();
	}

	private static final class Objects implements IExpressionObjectFactory {

		private static final Set<String> NAMES = Set.of("form", "when");

		@Override
		public Set<String> getAllExpressionObjectNames() {
			return NAMES;
		}

		@Override
		public @Nullable Object buildObject(IExpressionContext context, String name) {
			if (name.equals("when")) {
				return When.INSTANCE;
			}
			Object request = context.getVariable("thymeleafRequestContext");
			return (request instanceof IThymeleafRequestContext requestContext) ? new BoundForm(requestContext) : null;
		}

		@Override
		public boolean isCacheable(String name) {
			return true;
		}

	}

}
