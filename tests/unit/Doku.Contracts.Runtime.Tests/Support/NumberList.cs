using System.Buffers;
using System.Text;

namespace Doku.Contracts.Runtime.Tests.Support;

/// <summary>A contract of numbers of any size.</summary>
internal sealed class NumberList : IContract<NumberList>
{
    [ThreadStatic]
    private static bool _isWhole;

    private readonly List<ContractNumber> _numbers = [];

    public static string RoundTrip(string json, bool isWhole, out ContractErrors errors)
    {
        _isWhole = isWhole;
        ContractCodec.TryRead<NumberList>(
            Encoding.UTF8.GetBytes(json),
            ContractReadOptions.Lenient,
            out var list,
            out errors
        );
        var output = new ArrayBufferWriter<byte>();
        if (list is not null)
        {
            ContractCodec.Write(list, output);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static NumberList Read(ref ContractReader reader)
    {
        var list = new NumberList();
        reader.BeginArray();
        for (var i = 0; reader.NextItem(); i++)
        {
            var mark = reader.Errors.Count;
            if (reader.ReadNumber(_isWhole) is { } number)
            {
                list._numbers.Add(number);
            }

            reader.Errors.Within(mark, i);
        }

        return list;
    }

    public static void Write(NumberList value, ref ContractWriter writer)
    {
        writer.Raw("["u8);
        for (var i = 0; i < value._numbers.Count; i++)
        {
            writer.Raw(i == 0 ? ""u8 : ","u8);
            writer.Number(value._numbers[i]);
        }

        writer.Raw("]"u8);
    }

    public static void Validate(NumberList value, ref ContractErrorSink errors) { }
}
