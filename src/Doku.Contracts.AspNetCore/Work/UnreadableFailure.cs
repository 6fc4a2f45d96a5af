using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore;

/// <summary>Names why verified bytes can't be read: the first error's code, nothing of the content.</summary>
internal static class UnreadableFailure
{
    internal static string Of(ContractErrors errors) => $"unreadable: {FirstCode(errors)}";

    internal static string FirstCode(ContractErrors errors) =>
        errors.Count > 0 ? errors[0].Code : "";
}
