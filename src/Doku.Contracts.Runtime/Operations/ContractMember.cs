namespace Doku.Contracts.Runtime;

/// <summary>
/// Where a body holds something that code needs which knows no contract: the state of a payment, for one. Generated from
/// the <c>x-role</c> of a schema.
/// </summary>
/// <param name="role">What the member is for: one of <see cref="ContractRoles"/>.</param>
/// <param name="pointer">The member's JSON Pointer in the body.</param>
public sealed class ContractMember(string role, string pointer)
{
    /// <summary>What the member is for: one of <see cref="ContractRoles"/>.</summary>
    public string Role { get; } = role;

    /// <summary>The member's JSON Pointer in the body.</summary>
    public string Pointer { get; } = pointer;
}
