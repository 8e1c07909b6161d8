/** ISO-8601 duration such as PT3H, P10D or P1W; days and weeks are calendar days in the regulation's zone. */
export const Duration = /^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/;
