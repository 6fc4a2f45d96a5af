using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore;

/// <summary>A named endpoint's contract and handler, whichever type the contract has.</summary>
internal abstract class NotificationRoute
{
    private protected NotificationRoute(string name, string contract)
    {
        Name = name;
        Contract = contract;
    }

    internal string Name { get; }

    internal string Contract { get; }

    /// <summary>
    /// Shows bytes as the contract's own <c>ToString</c> does, which masks what its schema calls sensitive; where they
    /// don't fit the contract, the places and codes of the errors, and nothing of the content.
    /// </summary>
    internal abstract string Describe(ReadOnlyMemory<byte> body);

    /// <summary>Reads verified bytes and binds the handler to them.</summary>
    /// <returns>Null when the bytes don't fit the contract.</returns>
    internal abstract Func<NotificationScope, CancellationToken, Task>? Bind(
        VerifiedEnvelope envelope,
        out ContractErrors errors
    );
}

/// <inheritdoc/>
internal sealed class NotificationRoute<T>(
    string name,
    Func<Verified<T>, NotificationScope, CancellationToken, Task> handler
) : NotificationRoute(name, typeof(T).Name)
    where T : class, IContract<T>
{
    internal override string Describe(ReadOnlyMemory<byte> body) =>
        ContractCodec.TryRead<T>(
            body.Span,
            ContractReadOptions.Lenient,
            out var value,
            out var errors
        )
            ? value.ToString() ?? ""
            : string.Join('\n', errors.Select(error => $"{error.Pointer}: {error.Code}"));

    internal override Func<NotificationScope, CancellationToken, Task>? Bind(
        VerifiedEnvelope envelope,
        out ContractErrors errors
    )
    {
        if (
            !ContractCodec.TryRead<T>(
                envelope.Body.Span,
                ContractReadOptions.Lenient,
                out var value,
                out errors
            )
        )
        {
            return null;
        }

        var notification = new Verified<T>(value, envelope);
        return (scope, cancellationToken) => handler(notification, scope, cancellationToken);
    }
}
