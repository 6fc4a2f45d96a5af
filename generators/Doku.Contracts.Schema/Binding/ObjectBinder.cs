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

    public ObjectModel? Bind(SchemaLocation location)
    {
        var schema = MergedSchema.Merge(context, location);
        var name = TypeNaming.NameOf(location);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var required = Required(schema);
        var properties = new List<PropertyModel>();
        var isSound = schema.Properties.Count <= MostProperties;
        if (!isSound)
        {
            context.Report(
                location,
                Rule.UnsupportedType,
                location.Node.Range,
                $"An object has at most {MostProperties} members; this one has {schema.Properties.Count}"
            );
        }

        foreach (var (jsonName, schemas) in schema.Properties)
        {
            var property = BindProperty(jsonName, schemas, required.Contains(jsonName), name.Name);
            if (property is null)
            {
                isSound = false;
            }
            else if (names.ContainsKey(property.Name))
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
                names.Add(property.Name, jsonName);
                properties.Add(property);
            }
        }

        if (!isSound)
        {
            return null;
        }

        var conditions = new ConditionBinder(context, schema, properties);
        return new ObjectModel(
            name,
            DocumentationReader.Read(schema),
            properties.ToEquatableArray(),
            schema.All("additionalProperties").Any(found => found.Value.Text == "false"),
            conditions.BindConditions(),
            conditions.BindDependencies(),
            conditions.BindTotal()
        );
    }

    private HashSet<string> Required(MergedSchema schema)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (location, value) in schema.All("required"))
        {
            foreach (var item in value.Items)
            {
                if (schema.Properties.TrueForAll(p => p.Name != item.Text))
                {
                    context.Report(location, Rule.UndeclaredRequired, item.Range, item.Text);
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

    /// <summary>
    /// A property's name. On a schema that defines a type in place, <c>x-name</c> is the type's name; on any other it is
    /// the property's.
    /// </summary>
    public static string PropertyName(SchemaLocation property, string jsonName, string typeName) =>
        property.Node.TextOf("x-name") is { } given && !DefinesType(property.Node)
            ? given
            : CSharpNames.Property(jsonName, typeName);

    private static bool DefinesType(SchemaNode node) =>
        node["properties"] is not null
        || node["enum"] is not null
        || node.TextOf("type") is "object" or "array";
}
