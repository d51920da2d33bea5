package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import java.util.List;

/**
 * One line of a mapping: what fills a field.
 *
 * @param attribute whether it is a further field, beside the canonical ones
 * @param columns the columns that its value is made of
 * @param expression what makes it of them, as it stands in the file
 */
public record MappedField(
    Entity entity, String name, boolean attribute, List<String> columns, String expression) {}
