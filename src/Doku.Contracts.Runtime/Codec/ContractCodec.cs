using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Doku.Contracts.Runtime;

/// <summary>Reads, writes and checks any generated record.</summary>
public static class ContractCodec
{
    /// <summary>Reads a value from JSON.</summary>
    /// <param name="utf8Json">The text, one JSON value in UTF-8 without a byte order mark.</param>
    /// <param name="options">How strictly, and how much.</param>
    /// <param name="value">The value, or null when there are errors.</param>
    /// <param name="errors">Every error, with line and column.</param>
    /// <returns>Whether the text was read without an error.</returns>
    public static bool TryRead<T>(
        ReadOnlySpan<byte> utf8Json,
        ContractReadOptions options,
        [NotNullWhen(true)] out T? value,
        out ContractErrors errors
    )
        where T : class, IContract<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        value = null;
        if (utf8Json.Length > options.MaxBytes)
        {
            errors = One(
                options,
                new ContractError(
                    "",
                    ContractErrorCodes.Size,
                    $"must have at most {options.MaxBytes} bytes"
                )
            );
            return false;
        }

        var isAscii = Ascii.IsValid(utf8Json);
        if (!isAscii && !Utf8.IsValid(utf8Json))
        {
            errors = One(
                options,
                new ContractError("", ContractErrorCodes.Malformed, "is not UTF-8")
            );
            return false;
        }

        try
        {
            var reader = new ContractReader(utf8Json, isAscii, options);
            var read = T.Read(ref reader);
            reader.ReadToEnd();
            errors = reader.Errors.ToErrors(utf8Json);
            value = errors.IsValid ? read : null;
        }
        catch (JsonException exception)
        {
            errors = One(options, Malformed(exception));
        }

        return value is not null;
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <exception cref="ContractException">The text isn't JSON or breaks the contract.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, ContractReadOptions options)
        where T : class, IContract<T> =>
        TryRead<T>(utf8Json, options, out var value, out var errors)
            ? value
            : throw new ContractException(typeof(T).Name, errors);

    /// <summary>Writes a value as compact JSON.</summary>
    public static void Write<T>(T value, IBufferWriter<byte> output)
        where T : class, IContract<T>
    {
        var writer = new ContractWriter(output);
        T.Write(value, ref writer);
        writer.Flush();
    }

    /// <summary>Finds every way in which a value breaks its contract.</summary>
    public static ContractErrors Validate<T>(T value, int maxErrors = 100)
        where T : class, IContract<T>
    {
        var errors = new ContractErrorSink(maxErrors);
        T.Validate(value, ref errors);
        return errors.ToErrors();
    }

    /// <summary>
    /// Lists what a value goes against of its contract's advice (<c>x-advice</c>): rules that the partner isn't known to
    /// enforce. Pointers, codes and words are those of <see cref="Validate"/>, which doesn't count them. Allocates nothing
    /// when there is nothing to list.
    /// </summary>
    /// <param name="value">The value. One that can't be written as JSON, since a mandatory member is missing or a text is no Unicode, gets no advice: <see cref="Validate"/> says so.</param>
    /// <param name="maxErrors">How many findings are listed at most.</param>
    public static ContractErrors Review<T>(T value, int maxErrors = 100)
        where T : class, IContract<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        if (T.Advice is not { } advice)
        {
            return ContractErrors.None;
        }

        var broken = new ContractErrorSink(maxErrors);
        T.Validate(value, ref broken);
        if (broken.HasUnwritable(0))
        {
            return ContractErrors.None;
        }

        var found = new ContractErrorSink(maxErrors);
        return ContractChecks.TryJudge(value, advice, ref found, mark: 0)
            ? found.ToErrors()
            : ContractErrors.None;
    }

    private static ContractErrors One(ContractReadOptions options, ContractError error)
    {
        var errors = new ContractErrorSink(Math.Max(1, options.MaxErrors));
        errors.Add(error);
        return errors.ToErrors();
    }

    // No message quotes the text, which may be personal data or a secret; place and kind are enough.
    private static ContractError Malformed(JsonException exception) =>
        new("", ContractErrorCodes.Malformed, "is not JSON, or is nested too deeply")
        {
            Line = (int?)(exception.LineNumber + 1),
            Column = (int?)(exception.BytePositionInLine + 1),
        };
}
