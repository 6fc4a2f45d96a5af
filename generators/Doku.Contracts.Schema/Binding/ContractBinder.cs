using System.Text.RegularExpressions;
using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>A <c>*.contract.json</c> file to operations and notifications.</summary>
internal sealed class ContractBinder(BindingContext context)
{
    private static readonly HashSet<string> RootMembers = new(StringComparer.Ordinal)
    {
        "$schema",
        "$comment",
        "contract",
        "title",
        "description",
        "error",
        "operations",
        "notifications",
    };

    private static readonly HashSet<string> OperationMembers = new(StringComparer.Ordinal)
    {
        "$comment",
        "description",
        "method",
        "path",
        "parameters",
        "request",
        "response",
        "deprecated",
        "x-evidence",
    };

    private static readonly HashSet<string> NotificationMembers = new(StringComparer.Ordinal)
    {
        "$comment",
        "description",
        "body",
        "deprecated",
        "x-evidence",
    };

    private readonly SchemaLocation _root = new(context.Document, context.Document.Root!, "");

    public ContractModel? Bind()
    {
        CheckMembers(_root.Node, RootMembers);
        var name = _root.Node.TextOf("contract");
        if (name is null || !CSharpNames.IsIdentifier(name))
        {
            Fault(
                _root.Node["contract"] ?? _root.Node,
                "A contract file needs 'contract', a C# name"
            );
            return null;
        }

        var operations = Named("operations").Select(BindOperation).ToList();
        var notifications = Named("notifications").Select(BindNotification).ToList();
        if (_root.Node["error"] is not null)
        {
            ObjectAt(_root.Node, "error", isOptional: true);
        }

        if (context.Diagnostics.Count > 0)
        {
            return null;
        }

        return new ContractModel(
            context.Document.File.Namespace,
            name,
            DocumentationReader.Read(MergedSchema.Merge(context, _root)),
            operations.Select(o => o!).ToEquatableArray(),
            notifications.Select(n => n!).ToEquatableArray(),
            Types()
        );
    }

    // Every record of the files that the contract reaches: what a serializer context must know.
    private EquatableArray<TypeName> Types() =>
        context
            .Closure.Where(d => !d.IsContract && d.Root is { IsObject: true })
            .SelectMany(d => TypeFinder.Find(context, new SchemaLocation(d, d.Root!, "")))
            .Where(found => found.Kind is TypeKind.Object or TypeKind.Union)
            .Select(found => TypeNaming.NameOf(found.Location))
            .Distinct()
            .OrderBy(type => type.Full, StringComparer.Ordinal)
            .ToEquatableArray();

    private OperationModel? BindOperation(SchemaMember member)
    {
        var node = member.Value;
        CheckMembers(node, OperationMembers);
        var method = node.TextOf("method");
        var path = node.TextOf("path");
        if (method is not ("GET" or "POST" or "PUT" or "PATCH" or "DELETE"))
        {
            Fault(
                node["method"] ?? node,
                "An operation needs 'method', one of GET, POST, PUT, PATCH and DELETE"
            );
        }

        if (path?.StartsWith("/", StringComparison.Ordinal) != true)
        {
            Fault(node["path"] ?? node, "An operation needs 'path', which begins with /");
        }

        var request = ObjectAt(node, "request", isOptional: true);
        var response = ObjectAt(node, "response", isOptional: false);
        var parameters = BindParameters(node, path ?? "");
        return response is null || method is null || path is null
            ? null
            : new OperationModel(
                CSharpNames.Pascal(member.Name),
                Documentation(node),
                method,
                path,
                parameters,
                request,
                response
            );
    }

    private EquatableArray<ParameterModel> BindParameters(SchemaNode operation, string path)
    {
        var declared = operation["parameters"]?.Members ?? [];
        var used = Regex
            .Matches(path, @"\{([^{}]*)\}")
            .Cast<Match>()
            .Select(m => m.Groups[1].Value)
            .ToList();
        foreach (var name in used.Where(n => declared.All(d => d.Name != n)))
        {
            Fault(
                operation["path"]!,
                $"The path's parameter '{name}' is not among the 'parameters'"
            );
        }

        var parameters = new List<ParameterModel>();
        foreach (var member in declared)
        {
            var location = _root with
            {
                Node = member.Value,
                Pointer = "/parameters/" + member.Name,
            };
            if (!used.Contains(member.Name))
            {
                Fault(member.Value, $"The parameter '{member.Name}' is not in the path");
            }
            else if (!member.Value.IsObject || !KeywordChecker.Check(context, location))
            {
                continue;
            }
            else if (new ValueBinder(context).Bind(location) is TextValue value)
            {
                var documentation = DocumentationReader.Read(MergedSchema.Merge(context, location));
                parameters.Add(
                    new ParameterModel(
                        member.Name,
                        CSharpNames.Camel(member.Name),
                        value,
                        documentation
                    )
                );
            }
            else
            {
                Fault(member.Value, $"The parameter '{member.Name}' must be a text");
            }
        }

        // Callers give the parameters in the order of the path.
        return used.SelectMany(name => parameters.Where(p => p.JsonName == name))
            .ToEquatableArray();
    }

    private NotificationModel? BindNotification(SchemaMember member)
    {
        CheckMembers(member.Value, NotificationMembers);
        return ObjectAt(member.Value, "body", isOptional: false) is { } body
            ? new NotificationModel(
                CSharpNames.Pascal(member.Name),
                Documentation(member.Value),
                body
            )
            : null;
    }

    private Documentation Documentation(SchemaNode node) =>
        DocumentationReader.Read(
            MergedSchema.Merge(
                context,
                _root with
                {
                    Node = node,
                    Pointer = "/" + node.Range.Start,
                }
            )
        );

    private TypeName? ObjectAt(SchemaNode node, string keyword, bool isOptional)
    {
        if (node[keyword] is not { IsString: true } reference)
        {
            if (!isOptional)
            {
                Fault(node, $"'{keyword}' must name a schema file");
            }

            return null;
        }

        if (
            context.Resolve(_root, reference) is not { } target
            || context.Dereference(target) is not { } type
        )
        {
            return null;
        }

        var schema = MergedSchema.Merge(context, type);
        if ((ValueBinder.IsRecord(schema) && !schema.AllowsNull) || type.Node["oneOf"] is not null)
        {
            return TypeNaming.NameOf(type);
        }

        Fault(reference, $"'{reference.Text}' must be the schema of an object");
        return null;
    }

    private IEnumerable<SchemaMember> Named(string keyword)
    {
        foreach (var member in _root.Node[keyword]?.Members ?? [])
        {
            if (member.Value.IsObject)
            {
                yield return member;
            }
            else
            {
                Fault(member.Value, $"'{member.Name}' must be an object");
            }
        }
    }

    private void CheckMembers(SchemaNode node, HashSet<string> known)
    {
        foreach (var member in node.Members.Where(m => !known.Contains(m.Name)))
        {
            context.Report(_root, Rule.UnknownKeyword, member.NameRange, member.Name);
        }
    }

    private void Fault(SchemaNode node, string argument) =>
        context.Report(_root, Rule.InvalidContract, node.Range, argument);
}
