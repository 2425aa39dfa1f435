package org.projectthrive.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/**
 * Binds fields of which several may be ticked. A blank among the values, such as a list
 * sends that was left alone, is nothing; what is neither blank nor a value is an error of
 * the field.
 */
class ManyValues implements ConditionalGenericConverter {

	private final ConversionService each;

	ManyValues(ConversionService each) {
		this.each = each;
	}

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String[].class, Collection.class),
				new ConvertiblePair(String.class, Collection.class));
	}

	/** Ids and words of a list; texts may be blank. */
	@Override
	public boolean matches(TypeDescriptor source, TypeDescriptor target) {
		TypeDescriptor element = target.getElementTypeDescriptor();
		return element != null && (Number.class.isAssignableFrom(element.getType()) || element.getType().isEnum());
	}

	@Override
	public Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
		String[] values = (source instanceof String[] many) ? many
				: (source instanceof String one) ? one.split(",", -1) : new String[0];
		TypeDescriptor element = targetType.getElementTypeDescriptor();
		Collection<@Nullable Object> converted = CollectionFactory.createCollection(targetType.getType(),
				values.length);
		Arrays.stream(values)
			.filter((value) -> value != null && !value.isBlank())
			.forEach((value) -> converted.add(this.each.convert(value.strip(), TypeDescriptor.valueOf(String.class),
					(element != null) ? element : TypeDescriptor.valueOf(String.class))));
		return converted;
	}

}
