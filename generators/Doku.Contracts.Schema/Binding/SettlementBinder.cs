using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What a contract's bodies say of each other: roles, repeated members, and how an unknown outcome is settled.</summary>
internal sealed class SettlementBinder(BindingContext context)
{
    private readonly MemberMarks _marks = new(context);
    private readonly SchemaNode? _operations = context.Document.Root!["operations"];

    /// <summary>The members of a body that have a role.</summary>
    public EquatableArray<RoleModel> Roles(SchemaLocation? body, Func<string, bool> isMeant) =>
        body is null
            ? []
            : _marks
                .Find(context.View(body), "x-role")
                .Where(mark => isMeant(mark.Value.Text))
                .Select(mark => new RoleModel(mark.Value.Text, mark.Pointer))
                .ToEquatableArray();

    /// <summary>The members of an operation's response that repeat members of its request, or of the request that it settles.</summary>
    public EquatableArray<EchoModel> Echoes(
        SchemaMember operation,
        SchemaLocation? request,
        SchemaLocation? response
    )
    {
        if (response is null)
        {
            return [];
        }

        IReadOnlyList<SchemaLocation> requests = request is null
            ? [.. SettledBy(operation.Name).Select(RequestOf).OfType<SchemaLocation>()]
            : [request];
        var echoes = new List<EchoModel>();
        foreach (var (pointer, value, _) in _marks.Find(context.View(response), "x-same-as"))
        {
            if (requests.Any(one => !_marks.Has(one, value.Text)))
            {
                Fault(
                    operation.Value["response"]!,
                    $"The response's '{pointer}' is the same as '{value.Text}', but the request has no such member"
                );
            }

            echoes.Add(new EchoModel(pointer, value.Text));
        }

        return echoes.ToEquatableArray();
    }

    /// <summary>The operations by which others are settled.</summary>
    public EquatableArray<StatusCheckModel> StatusChecks()
    {
        var checks = new List<StatusCheckModel>();
        foreach (var operation in _operations?.Members ?? [])
        {
            if (operation.Value["settledBy"] is not { } settledBy)
            {
                continue;
            }

            if (
                operation.Value["request"] is null
                || operation.Value["parameters"] is { Members.Count: > 0 }
            )
            {
                Fault(
                    settledBy,
                    "'settledBy' stands in an operation with 'request' and without 'parameters' alone: the stored body is all that is needed to repeat it"
                );
            }
            else if (StatusCheck(settledBy) is { } check && !checks.Contains(check))
            {
                checks.Add(check);
            }
        }

        return checks.ToEquatableArray();
    }

    private StatusCheckModel? StatusCheck(SchemaNode settledBy)
    {
        if (!settledBy.IsString || _operations![settledBy.Text] is not { IsObject: true } check)
        {
            Fault(settledBy, "'settledBy' must name an operation of this contract");
            return null;
        }

        if (
            check["request"] is not null
            || check["parameters"]?.Members.Count != 1
            || Body(check, "response") is not { } response
        )
        {
            Fault(
                settledBy,
                $"'{settledBy.Text}' must be an operation without 'request' and with one parameter, the order's number or the Request-Id"
            );
            return null;
        }

        var marks = _marks.Find(context.View(response), "x-role");
        if (
            marks.Any(mark => mark.Value.Text == "orderNumber")
            && marks.FirstOrDefault(mark => mark.Value.Text == "status").View is { } status
            && status.First("x-progress") is { Location: var states }
            && EnumerationTexts.Of(states.Node) is not null
        )
        {
            return new StatusCheckModel(CSharpNames.Pascal(settledBy.Text), context.NameOf(states));
        }

        Fault(
            settledBy,
            $"The response of '{settledBy.Text}' needs a member whose x-role is orderNumber, and one whose x-role is status, of an enumeration with x-progress"
        );
        return null;
    }

    private IEnumerable<SchemaNode> SettledBy(string name) =>
        (_operations?.Members ?? [])
            .Select(member => member.Value)
            .Where(operation => operation.TextOf("settledBy") == name);

    private SchemaLocation? RequestOf(SchemaNode operation) => Body(operation, "request");

    private SchemaLocation? Body(SchemaNode operation, string keyword) =>
        operation.TextOf(keyword) is { } file && context.ResolveFile(file) is { } found
            ? context.Dereference(found)
            : null;

    private void Fault(SchemaNode node, string argument) =>
        context.Report(context.Document, Rule.InvalidContract, node.Range, argument);
}
