/** A price list as Namecheap would send it, and what is in it. */
export interface SyntheticPriceList {
  readonly body: string;
  readonly contents: PriceListContents;
}

/** How many prices a list holds, and their sum in hundredths: whoever reads all of it finds both. */
export interface PriceListContents {
  readonly rows: number;
  readonly totalCents: number;
}

const YEARS = 10;
const FEE_CENTS = 18;

/**
 * A reply to users.getPricing for registrations with about that many bytes: a price per year for every number of years of
 * every ending, and a fee beside it. https://www.namecheap.com/support/api/methods/users/get-pricing/
 */
export function syntheticPriceList(bytes: number): SyntheticPriceList {
  const products: string[] = [];
  let length = HEAD.length + TAIL.length;
  let rows = 0;
  let totalCents = 0;
  while (length < bytes) {
    const perYearCents = 299 + ((products.length * 1237) % 12_000);
    const years = Array.from({ length: YEARS }, (_, index) => index + 1);
    const prices = years.map((duration) => priceElement(duration, perYearCents));
    const product = `          <Product Name="ending${products.length}">\r\n${prices.join('')}          </Product>\r\n`;
    products.push(product);
    length += product.length;
    rows += YEARS;
    for (const duration of years) totalCents += duration * (perYearCents + FEE_CENTS);
  }
  return { body: HEAD + products.join('') + TAIL, contents: { rows, totalCents } };
}

/** All that the vendor says of one price; what this account pays is a little less than what others pay. */
function priceElement(duration: number, perYearCents: number): string {
  const fee = amountText(FEE_CENTS);
  const attributes: Readonly<Record<string, string>> = {
    Duration: String(duration),
    DurationType: 'YEAR',
    Price: amountText(perYearCents + 30),
    PricingType: 'MULTIPLE',
    AdditionalCost: fee,
    RegularPrice: amountText(perYearCents + 200),
    RegularPriceType: 'MULTIPLE',
    RegularAdditionalCost: fee,
    RegularAdditionalCostType: 'MULTIPLE',
    YourPrice: amountText(perYearCents),
    YourPriceType: 'MULTIPLE',
    YourAdditonalCost: fee,
    YourAdditonalCostType: 'MULTIPLE',
    PromotionPrice: '0.0',
    Currency: 'USD',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `            <Price ${written.join(' ')} />\r\n`;
}

function amountText(cents: number): string {
  return (cents / 100).toFixed(2);
}

const HEAD = `<?xml version="1.0" encoding="utf-8"?>\r
<ApiResponse Status="OK" xmlns="http://api.namecheap.com/xml.response">\r
  <Errors />\r
  <Warnings />\r
  <RequestedCommand>namecheap.users.getpricing</RequestedCommand>\r
  <CommandResponse Type="namecheap.users.getPricing">\r
    <UserGetPricingResult>\r
      <ProductType Name="domains">\r
        <ProductCategory Name="register">\r
`;

const TAIL = `        </ProductCategory>\r
      </ProductType>\r
    </UserGetPricingResult>\r
  </CommandResponse>\r
  <Server>BENCHMARK</Server>\r
  <GMTTimeDifference>--5:00</GMTTimeDifference>\r
  <ExecutionTime>2.5</ExecutionTime>\r
</ApiResponse>\r
`;
