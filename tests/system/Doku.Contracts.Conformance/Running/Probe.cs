using System.Buffers;
using System.Text;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Conformance.Running;

/// <summary>Reads values with a type that is known only at run time.</summary>
internal interface IProbe
{
    Reading Read(byte[] utf8);
}

/// <summary>Reads values with a generated type.</summary>
internal sealed class Probe<T> : IProbe
    where T : class, IContract<T>
{
    // Any fault of generated code is a result like another, so every exception is caught.
    public Reading Read(byte[] utf8)
    {
        try
        {
            return TryRead(utf8, out var value, out var errors)
                ? new Reading(Verdict.Valid, Loss: Loss(value!))
                : new Reading(Verdict.Invalid, errors.ToString());
        }
        catch (Exception exception)
        {
            return new Reading(Verdict.None, Words(exception));
        }
    }

    private static string? Loss(T value)
    {
        try
        {
            if (ContractCodec.Validate(value) is { IsValid: false } found)
            {
                return $"in memory: {found}";
            }

            var buffer = new ArrayBufferWriter<byte>();
            ContractCodec.Write(value, buffer);
            return TryRead(buffer.WrittenSpan, out _, out var errors)
                ? null
                : $"written as {Encoding.UTF8.GetString(buffer.WrittenSpan)}: {errors}";
        }
        catch (Exception exception)
        {
            return Words(exception);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> utf8, out T? value, out ContractErrors errors) =>
        ContractCodec.TryRead(utf8, ContractReadOptions.Strict, out value, out errors);

    private static string Words(Exception exception) =>
        $"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n')[0].Trim()}";
}
