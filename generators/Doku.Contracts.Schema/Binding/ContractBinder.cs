using System.Text.RegularExpressions;
using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
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
        "settledBy",
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

    private readonly SchemaNode _root = context.Document.Root!;
    private readonly BinderParts _parts = new(context);
    private readonly SettlementBinder _settlement = new(context);

    public ContractModel? Bind()
    {
        CheckMembers(_root, RootMembers);
        var name = _root.TextOf("contract");
        if (name is null || !CSharpNames.IsIdentifier(name))
        {
            Fault(_root["contract"] ?? _root, "A contract file needs 'contract', a C# name");
            return null;
        }

        var operations = Named("operations").Select(BindOperation).ToList();
        var notifications = Named("notifications").Select(BindNotification).ToList();
        var error = SchemaAt(_root, "error", isOptional: true);
        var checks = _settlement.StatusChecks();

        // What refers to a file that can't be read is not reported again, but there is nothing to print.
        if (
            context.Diagnostics.Any(d => d.Severity == RuleSeverity.Error)
            || operations.Contains(null)
            || notifications.Contains(null)
        )
        {
            return null;
        }

        return new ContractModel(
            context.Document.File.Settings.RootNamespace,
            context.Document.File.Namespace,
            name,
            DocumentationReader.Read(_root),
            context.Document.File.LogicalPath,
            operations.Select(o => o!).ToEquatableArray(),
            checks,
            notifications.Select(n => n!).ToEquatableArray(),
            _settlement.Roles(error, role => role.StartsWith("error", StringComparison.Ordinal)),
            Types()
        );
    }

    // Every type of the files that the contract reaches: what a serializer context must know.
    private EquatableArray<TypeName> Types() =>
        context
            .Closure.Where(d => !d.IsContract && !d.IsBuiltIn && d.Root is { IsObject: true })
            .SelectMany(d => d.OrderedSchemas)
            .Where(l => IsType(l) && context.Dereference(l) == l)
            .Select(context.NameOf)
            .Distinct()
            .OrderBy(type => type.Full, StringComparer.Ordinal)
            .ToEquatableArray();

    // A record, a union and their like are types wherever they stand; anything else only as a file's root.
    private bool IsType(SchemaLocation location) =>
        ShapeChooser.IsGenerated(location)
        && _parts.Shapes.KindOf(context.View(location)) is var kind
        && (
            ShapeChooser.IsNamed(kind)
            || (
                location.Pointer.Length == 0
                && kind != ValueKind.Enumeration
                && !DocumentBinder.IsLibrary(location)
            )
        );

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

        var request = SchemaAt(node, "request", isOptional: true);
        var response = SchemaAt(node, "response", isOptional: false);
        var parameters = BindParameters(member.Name, node, path ?? "");
        return response is null || method is null || path is null
            ? null
            : new OperationModel(
                CSharpNames.Pascal(member.Name),
                DocumentationReader.Read(node),
                method,
                path,
                parameters,
                request is null ? null : context.NameOf(request),
                context.NameOf(response),
                _settlement.Echoes(member, request, response),
                _settlement.Roles(
                    response,
                    role => !role.StartsWith("error", StringComparison.Ordinal)
                ),
                node.TextOf("settledBy") is { } settledBy ? CSharpNames.Pascal(settledBy) : null
            );
    }

    private EquatableArray<ParameterModel> BindParameters(
        string operationName,
        SchemaNode operation,
        string path
    )
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
        var names = new NameScope("request", "call", "cancellationToken", "transport");
        foreach (var member in declared)
        {
            if (!used.Contains(member.Name))
            {
                Fault(member.Value, $"The parameter '{member.Name}' is not in the path");
            }
            else if (BindParameter(operationName, member, names) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }

        // Callers give the parameters in the order of the path.
        return used.SelectMany(name => parameters.Where(p => p.JsonName == name))
            .ToEquatableArray();
    }

    private ParameterModel? BindParameter(
        string operationName,
        SchemaMember member,
        NameScope names
    )
    {
        var pointer = SchemaLocation.Append("/operations", operationName) + "/parameters";
        var location = context.Document.Schemas[SchemaLocation.Append(pointer, member.Name)];
        foreach (
            var schema in context.Document.OrderedSchemas.Where(s =>
                s.Pointer == location.Pointer
                || s.Pointer.StartsWith(location.Pointer + "/", StringComparison.Ordinal)
            )
        )
        {
            KeywordChecker.Check(context, schema);
        }

        var name = CSharpNames.Pascal(operationName) + CSharpNames.Pascal(member.Name);
        var scope = new TypeScope(new TypeName(context.Document.File.Namespace, name));
        if (
            member.Value.IsObject
            && new ValueBinder(_parts, scope).Bind([location], name)
                is { Value: TextValue value, LeftOver.IsAlways: true }
        )
        {
            return new ParameterModel(
                member.Name,
                names.Take(CSharpNames.Camel(CSharpNames.Pascal(member.Name))),
                value,
                scope.Patterns.All,
                DocumentationReader.Read(context.View(location))
            );
        }

        Fault(
            member.Value,
            $"The parameter '{member.Name}' must be a string with lengths, a pattern or a format"
        );
        return null;
    }

    private NotificationModel? BindNotification(SchemaMember member)
    {
        CheckMembers(member.Value, NotificationMembers);
        return SchemaAt(member.Value, "body", isOptional: false) is { } body
            ? new NotificationModel(
                CSharpNames.Pascal(member.Name),
                DocumentationReader.Read(member.Value),
                context.NameOf(body)
            )
            : null;
    }

    private SchemaLocation? SchemaAt(SchemaNode node, string keyword, bool isOptional)
    {
        if (node[keyword] is not { IsString: true } reference)
        {
            if (!isOptional)
            {
                Fault(node, $"'{keyword}' must name a schema file");
            }

            return null;
        }

        if (context.ResolveFile(reference.Text) is not { } target)
        {
            if (!context.IsUnreadableFile(reference.Text))
            {
                context.Report(
                    context.Document,
                    Rule.UnresolvedReference,
                    reference.Range,
                    reference.Text
                );
            }

            return null;
        }

        var type = context.Dereference(target);
        if (
            IsType(type)
            && (context.View(type).Types == JsonTypes.Object || context.View(type).Has("oneOf"))
        )
        {
            return type;
        }

        Fault(reference, $"'{reference.Text}' must be the schema of an object");
        return null;
    }

    private IEnumerable<SchemaMember> Named(string keyword)
    {
        foreach (var member in _root[keyword]?.Members ?? [])
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
            context.Report(
                context.Document,
                Rule.UnknownKeyword,
                member.NameRange,
                $"'{member.Name}'"
            );
        }
    }

    private void Fault(SchemaNode node, string argument) =>
        context.Report(context.Document, Rule.InvalidContract, node.Range, argument);
}
