using System.Buffers;
using System.Diagnostics;
using System.Text;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.SchemaFuzz.Reading;

/// <summary>What generated code makes of an instance.</summary>
/// <param name="IsValid">Whether strict reading takes it.</param>
/// <param name="Errors">Strict reading's errors.</param>
/// <param name="Written">What was read, written again; null when it isn't valid.</param>
/// <param name="Fault">Where generated code throws or contradicts itself.</param>
internal sealed record Reading(bool IsValid, string Errors, string? Written, Fault? Fault)
{
    /// <summary>The code of the first error.</summary>
    public string? Code { get; init; }
}

/// <summary>Reads instances with a type that is known only at run time.</summary>
internal interface IProbe
{
    Reading Read(string instance);
}

/// <summary>Reads instances with a generated type.</summary>
internal sealed class Probe<T> : IProbe
    where T : class, IContract<T>
{
    private static readonly ContractReadOptions Strict = ContractReadOptions.Strict with
    {
        MaxDepth = 512,
        MaxErrors = 10,
    };

    public Reading Read(string instance)
    {
        try
        {
            return TryRead(instance);
        }
        catch (Exception exception)
        {
            // No exception is documented for what a partner sends, so each is a fault.
            return new Reading(
                false,
                "",
                null,
                new Fault(
                    $"throws {exception.GetType().Name} in {new StackTrace(exception).GetFrame(0)?.GetMethod()?.Name}",
                    exception.ToString(),
                    instance
                )
            );
        }
    }

    private static Reading TryRead(string instance)
    {
        if (!TryStrict(instance, out var value, out var errors))
        {
            return new Reading(false, errors.ToString(), null, null) { Code = errors[0].Code };
        }

        var found = ContractCodec.Validate(value);
        if (!found.IsValid)
        {
            return Contradiction("Validate", $"Validate says: {found}");
        }

        var written = Write(value);
        if (!TryStrict(written, out var again, out errors))
        {
            return Contradiction("written unreadable", $"{written} is not read again: {errors}");
        }

        return !again.Equals(value)
                ? Contradiction("written unequal", $"{written} is read as another value")
            : again.GetHashCode() != value.GetHashCode()
                ? Contradiction("hash code", $"{written} is read with another hash code")
            : Write(again) != written
                ? Contradiction("written again", $"{written} is written as {Write(again)}")
            : new Reading(true, "", written, null);

        Reading Contradiction(string kind, string words) =>
            new(true, "", null, new Fault(kind, words, instance));
    }

    private static bool TryStrict(
        string json,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        out ContractErrors errors
    ) => ContractCodec.TryRead(Encoding.UTF8.GetBytes(json), Strict, out value, out errors);

    private static string Write(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
