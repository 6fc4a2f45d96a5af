using System.Globalization;
using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>An object's schema to a record.</summary>
internal sealed class ObjectBinder(BindingContext context, ValueBinder values)
{
    // Members that were met are noted as the bits of one number while reading.
    private const int MostProperties = 64;

    /// <summary>
    /// A property's name. On a schema that defines a type in place, <c>x-name</c> is the type's name; on any other it is
    /// the property's.
    /// </summary>
    public static string PropertyName(SchemaLocation property, string jsonName, string typeName) =>
        property.Node.TextOf("x-name") is { } given && !DefinesType(property.Node)
            ? given
            : CSharpNames.Property(jsonName, typeName);

    public ObjectModel? Bind(SchemaLocation location)
    {
        var schema = MergedSchema.Merge(context, location);
        var name = TypeNaming.NameOf(location);
        if (schema.Properties.Count > MostProperties)
        {
            var count = schema.Properties.Count.ToString(CultureInfo.InvariantCulture);
            context.Report(location, Rule.TooManyMembers, location.Node.Range, count);
            return null;
        }

        if (
            BindProperties(schema, name) is not { } properties
            || !TryAdditional(location, schema, out var additional)
        )
        {
            return null;
        }

        var conditions = new ConditionBinder(context, schema, properties);
        return new ObjectModel(
            name,
            DocumentationReader.Read(schema),
            properties.ToEquatableArray(),
            schema.All("additionalProperties").Any(found => found.Value.Text == "false"),
            additional,
            conditions.BindConditions(),
            conditions.BindDependencies(),
            TotalBinder.Bind(context, schema, properties)
        );
    }

    private List<PropertyModel>? BindProperties(MergedSchema schema, TypeName type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var required = Required(schema);
        var properties = new List<PropertyModel>();
        var isSound = true;
        foreach (var (jsonName, schemas) in schema.Properties)
        {
            if (
                BindProperty(jsonName, schemas, required.Contains(jsonName), type.Name)
                is not { } property
            )
            {
                isSound = false;
            }
            else if (!names.Add(property.Name))
            {
                context.Report(
                    schemas[0],
                    Rule.NameCollision,
                    schemas[0].Node.Range,
                    property.Name
                );
                isSound = false;
            }
            else
            {
                properties.Add(property);
            }
        }

        return isSound ? properties : null;
    }

    private bool TryAdditional(
        SchemaLocation location,
        MergedSchema schema,
        out ValueModel? additional
    )
    {
        additional = null;
        foreach (var (part, value) in schema.All("additionalProperties"))
        {
            // To a closed part, a member that only another part declares is one too many: nothing with it is right.
            if (
                value.Text == "false"
                && schema.Properties.Find(p => part.Node["properties"]?[p.Name] is null).Name
                    is { } stranger
            )
            {
                var argument =
                    $"additionalProperties: false shuts out the member '{stranger}', which stands in another part";
                context.Report(location, Rule.UnsupportedType, location.Node.Range, argument);
                return false;
            }
        }

        if (schema.Additional.Count == 0)
        {
            return true;
        }

        // Members of an allOf's part count as additional to its other parts, which no record can show.
        if (schema.Parts.Count > 1)
        {
            const string argument = "additionalProperties with a schema can't be merged by allOf";
            context.Report(location, Rule.UnsupportedType, location.Node.Range, argument);
            return false;
        }

        additional = values.Bind(schema.Additional);
        return additional is not null;
    }

    private HashSet<string> Required(MergedSchema schema)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (location, value) in schema.All("required"))
        {
            var here = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in value.Items)
            {
                if (schema.Properties.TrueForAll(p => p.Name != item.Text))
                {
                    context.Report(location, Rule.UndeclaredRequired, item.Range, item.Text);
                }
                else if (!here.Add(item.Text))
                {
                    context.Report(location, Rule.DuplicateRequired, item.Range, item.Text);
                }

                required.Add(item.Text);
            }
        }

        return required;
    }

    private PropertyModel? BindProperty(
        string jsonName,
        List<SchemaLocation> schemas,
        bool isRequired,
        string typeName
    )
    {
        if (values.Bind(schemas) is not { } value)
        {
            return null;
        }

        var schema = MergedSchema.Merge(context, schemas);
        return new PropertyModel(
            jsonName,
            PropertyName(schemas[0], jsonName, typeName),
            value,
            isRequired,
            schema.IsTrue("x-sensitive"),
            DocumentationReader.Read(schema)
        );
    }

    private static bool DefinesType(SchemaNode node) =>
        node["properties"] is not null
        || node["oneOf"] is not null
        || EnumerationTexts.Of(node) is not null
        || node.TextOf("type") is "object" or "array";
}
